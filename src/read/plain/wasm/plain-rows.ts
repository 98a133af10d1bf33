// AssemblyScript: compiled to WebAssembly by `npm run wasm`.
//
// Reads the rows of CSV bytes that have nothing unusual in them, many at a time: their counts as
// numbers, their station keys, and a number for each text that repeats. At any other row it stops,
// and leaves it to who can say what is there. It takes the same rows for plain as `ByteRows`, or
// fewer; a law in the tests holds the two equal.

/** Rows that are read at once, at most. */
export const ROWS: i32 = 1024;
/** Bytes of the longest key, and of the longest text that is numbered. */
const LONGEST: usize = 255;
/** Texts that are numbered; when there are more, they are not ones that repeat. */
export const TEXTS: i32 = 1 << 14;
const TEXT_BYTES: usize = 1 << 19;
const SLOTS: u32 = 1 << 15;

/** What a column holds; 0 for nothing that anybody asks for. */
const COUNT: u8 = 1;
const KEY: u8 = 2;
const TEXT: u8 = 3;
/** A count that is one of those to be added up. */
const VOTES: u8 = 4;

/** What bytes beyond ASCII are: not known yet, parts of UTF-8, or characters each. */
const UTF8: i32 = 1;
const SINGLE: i32 = 2;

const LF: u8 = 0x0a;
const CR: u8 = 0x0d;
const SPACE: u8 = 0x20;
const QUOTE: u8 = 0x22;
const SLASH: u8 = 0x2f;
const ZERO: u8 = 0x30;
const BACKSLASH: u8 = 0x5c;
const DELETE: u8 = 0x7f;

// Where things are in memory: one after the other, each as long as `setUp` says.
let top: usize = 0;
export let roles: usize = 0;
/** By column, of the texts which one it is. */
export let textOf: usize = 0;
/** By part of the key, its column, and the digits that it is padded to, or 0. */
export let keyColumns: usize = 0;
export let keyDigits: usize = 0;
/** By byte beyond ASCII, 1 where it is a character by itself that needs no second look. */
export let characters: usize = 0;
/** The bytes to read. */
export let input: usize = 0;

// What is found, by row.
/** Column by column, `ROWS` counts each. */
export let counts: usize = 0;
/** The counts that are added up, together; and 1 where a count is missing. */
export let sums: usize = 0;
export let isMissing: usize = 0;
/** Text by text, `ROWS` numbers each. */
export let texts: usize = 0;
/** Where the row behind it starts, from the first byte of the input. */
export let rowEnds: usize = 0;
/** Keys, one after the other, where each ends, and their hashes. */
export let keys: usize = 0;
export let keyEnds: usize = 0;
export let keyHashes: usize = 0;
/** 0 where the key is the same as in the row before. */
export let isNewKey: usize = 0;
/** 1 where the texts are not the same as in the row before. */
export let isNewText: usize = 0;
/** 1 where it stopped because there is no room for a further text. */
export let isFull: i32 = 0;

let width: i32 = 0;
let parts: i32 = 0;
let textCount: i32 = 0;
/** Columns in front of the first count, and up to the last one of the key. */
let leading: i32 = 0;
let keysEnd: i32 = 0;
let delimiter: u8 = 0;
let leavesOut: bool = false;

/** By column of counts, the one behind those next to it, but before the last one; all bits of those to add. */
let countsUntil: usize = 0;
let addUp: usize = 0;
/** By column, the place behind its delimiter, from the start of the row; where its field is. */
let behind: usize = 0;
let starts: usize = 0;
let ends: usize = 0;
/** By text of a row, its number. */
let current: usize = 0;
/** By number of a text: where its bytes are, how many, their hash, what came after it the last time. */
export let textStarts: usize = 0;
export let textLengths: usize = 0;
let textHashes: usize = 0;
let textNext: usize = 0;
/** By number, whether it cannot stand without quotes. */
let textQuoted: usize = 0;
let textBytes: usize = 0;
let textTop: usize = 0;
let known: i32 = 0;
let slots: usize = 0;

/** A place for so many bytes; there may be 16 bytes read behind them. */
function room(bytes: usize): usize {
  const start = (top + 15) & ~15;
  top = start + bytes + 16;
  return start;
}

/** Makes the memory for all places, at once: each time it grows, the engine counts all of it once more. */
function grow(): bool {
  const pages = <i32>((top + 0xffff) >>> 16) - memory.size();
  return pages <= 0 || memory.grow(pages) >= 0;
}

/**
 * Makes room for rows of so many columns, and for so many bytes of input; false where there is none. Call
 * it once, and put the roles and all that goes with them there.
 *
 * @param once whether a key that is the same as in the row before is left out
 */
export function setUp(
  columns: i32,
  keyParts: i32,
  named: i32,
  separator: i32,
  once: bool,
  bytes: i32,
): bool {
  top = __heap_base;
  leavesOut = once;
  width = columns;
  parts = keyParts;
  textCount = named;
  delimiter = <u8>separator;
  roles = room(columns);
  textOf = room(columns << 2);
  keyColumns = room(keyParts << 2);
  keyDigits = room(keyParts << 2);
  characters = room(256);
  countsUntil = room(columns << 2);
  addUp = room(columns << 2);
  behind = room(columns << 2);
  starts = room(columns << 2);
  ends = room(columns << 2);
  current = room(named << 2);
  counts = room((columns * ROWS) << 2);
  sums = room(ROWS << 2);
  isMissing = room(ROWS);
  texts = room((named * ROWS) << 2);
  rowEnds = room(ROWS << 2);
  keys = room(<usize>ROWS * (LONGEST + 1));
  keyEnds = room(ROWS << 2);
  keyHashes = room(ROWS << 2);
  isNewKey = room(ROWS);
  isNewText = room(ROWS);
  textStarts = room(TEXTS << 2);
  textLengths = room(TEXTS << 2);
  textHashes = room(TEXTS << 2);
  textNext = room(TEXTS << 2);
  textQuoted = room(TEXTS);
  textBytes = room(TEXT_BYTES);
  textTop = textBytes;
  slots = room(SLOTS << 2);
  return makeRoom(bytes);
}

/** Makes room for so many bytes of input, and forgets those that were there; false where there is none. */
export function makeRoom(bytes: i32): bool {
  const before = input;
  // A text that is not there may be looked for right at the end.
  input = room(<usize>bytes + LONGEST);
  if (grow()) return true;
  top = input;
  input = before;
  return false;
}

/** Call it when the roles are there. */
export function begin(): void {
  leading = 0;
  while (leading < width - 1 && !isCount(load<u8>(roles + leading))) leading++;
  keysEnd = 0;
  for (let part = 0; part < parts; part++)
    keysEnd = max(keysEnd, 1 + load<i32>(keyColumns + ((<usize>part) << 2)));
  let until = width - 1;
  for (let column = width - 1; column >= 0; column--) {
    const role = load<u8>(roles + column);
    if (!isCount(role)) until = column;
    store<i32>(countsUntil + ((<usize>column) << 2), until);
    store<i32>(addUp + ((<usize>column) << 2), role === VOTES ? -1 : 0);
  }
}

function isCount(role: u8): bool {
  return role === COUNT || role === VOTES;
}

/** As in `KeyList`. */
function hashOf(from: usize, to: usize): i32 {
  let hash: i32 = 0x811c9dc5;
  let at = from;
  for (; at + 3 < to; at += 4) {
    hash = (hash ^ load<i32>(at)) * 0x01000193;
    hash ^= <i32>((<u32>hash) >>> 15);
  }
  for (; at < to; at++) hash = (hash ^ (<i32>load<u8>(at))) * 0x01000193;
  return hash;
}

function slotOf(hash: i32): u32 {
  return (<u32>((hash ^ (<i32>((<u32>hash) >>> 15))) * 0x2c1b3c6d)) & (SLOTS - 1);
}

/** Whether the same bytes stand at both places; up to 15 behind them may be read. */
function same(a: usize, b: usize, length: usize): bool {
  let left = length;
  while (left >= 16) {
    if (i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) !== 0xffff) return false;
    a += 16;
    b += 16;
    left -= 16;
  }
  const equal = i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b)));
  const wanted = (1 << (<i32>left)) - 1;
  return (equal & wanted) === wanted;
}

/** The number of a text, which it is given when it has none; -1 where there is no more room. */
function numberOf(from: usize, length: usize): i32 {
  const hash = hashOf(from, from + length);
  let slot = slotOf(hash);
  while (true) {
    const number = load<i32>(slots + (slot << 2)) - 1;
    if (number < 0) break;
    const place = (<usize>number) << 2;
    if (
      load<i32>(textHashes + place) === hash &&
      load<i32>(textLengths + place) === <i32>length &&
      same(load<u32>(textStarts + place), from, length)
    )
      return number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (known === TEXTS || textTop + length > textBytes + TEXT_BYTES) return -1;
  const number = known++;
  const place = (<usize>number) << 2;
  memory.copy(textTop, from, length);
  store<u32>(textStarts + place, <u32>textTop);
  store<i32>(textLengths + place, <i32>length);
  store<i32>(textHashes + place, hash);
  store<i32>(textNext + place, number);
  let needsQuotes: u8 = 0;
  for (let at = from; at < from + length; at++) if (load<u8>(at) === delimiter) needsQuotes = 1;
  store<u8>(textQuoted + number, needsQuotes);
  textTop += length;
  store<i32>(slots + (slot << 2), number + 1);
  return number;
}

/** Forgets all texts; numbers begin anew. Call it when what was found is done with. */
export function forget(): void {
  known = 0;
  isFull = 0;
  textTop = textBytes;
  memory.fill(slots, 0, SLOTS << 2);
  memory.fill(current, 0, textCount << 2);
}

/** The place behind the UTF-8 character at `at`; 0 if it is none. By table 3-7 of the Unicode standard. */
function behindCharacter(at: usize): usize {
  const lead = load<u8>(at);
  const second = load<u8>(at + 1);
  if (lead < 0xe0) return lead >= 0xc2 && (second & 0xc0) === 0x80 ? at + 2 : 0;
  const third = load<u8>(at + 2);
  if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return 0;
  if (lead < 0xf0) {
    if (lead === 0xe0 && second < 0xa0) return 0;
    return lead === 0xed && second > 0x9f ? 0 : at + 3;
  }
  if (lead > 0xf4 || (load<u8>(at + 3) & 0xc0) !== 0x80) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  return lead === 0xf4 && second > 0x8f ? 0 : at + 4;
}

/** Of four characters, the highest bit of each that is no digit. */
function othersIn(four: u32): u32 {
  const values = four ^ 0x30303030;
  return ((values + 0x76767676) | values) & 0x80808080;
}

/** A bit for each of 64 bytes that separates. */
function endsIn64(at: usize, separates: v128): u64 {
  const a = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at), separates)));
  const b = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 16), separates)));
  const c = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 32), separates)));
  const d = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 48), separates)));
  return a | (b << 16) | (c << 32) | (d << 48);
}

/**
 * The number that the first one to three of four characters are, without a branch for each: how many
 * there are, nobody can foresee.
 */
function numberIn(four: u32, digits: u32): i32 {
  let pairs = (four ^ 0x30303030) << ((4 - digits) << 3);
  pairs = (pairs * 10 + (pairs >>> 8)) & 0x00ff00ff;
  return (pairs * 100 + (pairs >>> 16)) & 0xffff;
}

/**
 * Where a field ends: at its quote, its delimiter, or a control character; 0 where a character is not
 * one of the encoding.
 */
function passOver(at: usize, stops: v128, encoding: i32): usize {
  /** Up to here, characters have been looked at. */
  let checked = at;
  while (true) {
    const bytes = v128.load(at);
    const ends = i8x16.bitmask(
      v128.or(
        i8x16.le_u(bytes, i8x16.splat(<i8>CR)),
        v128.or(i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)), i8x16.eq(bytes, stops)),
      ),
    );
    let beyond = i8x16.bitmask(bytes);
    if (ends) beyond &= (1 << ctz(ends)) - 1;
    while (beyond) {
      const place = at + ctz(beyond);
      if (place >= checked) {
        if (encoding === UTF8) checked = behindCharacter(place);
        else if (encoding === SINGLE && load<u8>(characters + load<u8>(place))) checked = place + 1;
        else return 0;
        if (checked === 0) return 0;
      }
      beyond &= beyond - 1;
    }
    if (ends) return at + ctz(ends);
    at += 16;
  }
}

/** Where a part of a key ends, by anything that is not a visible character of ASCII or separates. */
function endOfKey(at: usize, separates: v128): usize {
  while (true) {
    const bytes = v128.load(at);
    const ends = i8x16.bitmask(
      v128.or(
        v128.or(
          i8x16.le_u(bytes, i8x16.splat(<i8>SPACE)),
          i8x16.ge_u(bytes, i8x16.splat(<i8>DELETE)),
        ),
        v128.or(i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)), i8x16.eq(bytes, separates)),
      ),
    );
    if (ends) return at + ctz(ends);
    at += 16;
  }
}

/** Writes a row's key to `to`; returns its end, or 0 where a field is not what it should be. */
function writeKey(start: usize, to: usize): usize {
  const most = to + LONGEST;
  for (let part = 0; part < parts; part++) {
    const column = load<i32>(keyColumns + ((<usize>part) << 2));
    const digits = load<i32>(keyDigits + ((<usize>part) << 2));
    let from = start + load<i32>(starts + ((<usize>column) << 2));
    const end = start + load<i32>(ends + ((<usize>column) << 2));
    const length = <i32>(end - from);
    if (length === 0 || to + max(length, digits) + 1 > most) return 0;
    if (part > 0) store<u8>(to++, SLASH);
    if (digits > 0) {
      if (length > digits) return 0;
      for (let zeros = digits - length; zeros > 0; zeros--) store<u8>(to++, ZERO);
      for (; from < end; from += 16, to += 16) {
        // What is written too much is written over.
        const bytes = v128.load(from);
        v128.store(to, bytes);
        const other = i8x16.bitmask(
          i8x16.gt_u(i8x16.sub(bytes, i8x16.splat(<i8>ZERO)), i8x16.splat(9)),
        );
        if (other && from + ctz(other) < end) return 0;
      }
      to -= from - end;
      continue;
    }
    for (; from < end; from++) {
      const byte = load<u8>(from);
      if (parts > 1 && (byte === SLASH || byte === BACKSLASH)) return 0;
      store<u8>(to++, byte);
    }
  }
  return to;
}

/**
 * Reads rows of the input from one place on to before another, behind which there is no row's end, in
 * an encoding; returns how many. There must be a line end in front of `end`.
 */
export function scan(from: i32, to: i32, encoding: i32): i32 {
  const end = input + to;
  const separates = i8x16.splat(<i8>delimiter);
  /** A quote, once more: within quotes, a delimiter is a character like any other. */
  const quotes = i8x16.splat(<i8>QUOTE);
  const last = width - 1;
  let start = input + from;
  let before: usize = 0;
  let row: i32 = 0;
  /** How many of the first columns were the same in the row before and the one before that. */
  let common: i32 = 0;
  let keyAt = keys;
  isFull = 0;
  for (; row < ROWS && start < end; row++) {
    let at = start;
    let column = 0;
    if (before && leading > 0) {
      // Mostly most of the columns that say where the station is are the same as in the row before.
      const limit = <usize>load<i32>(behind + ((<usize>leading - 1) << 2));
      let length: usize = 0;
      while (length < limit) {
        const differ =
          i8x16.bitmask(i8x16.eq(v128.load(at + length), v128.load(before + length))) ^ 0xffff;
        if (differ) {
          length += ctz(differ);
          break;
        }
        length += 16;
      }
      column = common;
      while (column > 0 && <usize>load<i32>(behind + ((<usize>column - 1) << 2)) > length) column--;
      while (column < leading && <usize>load<i32>(behind + ((<usize>column) << 2)) <= length)
        column++;
      common = column;
      if (column > 0) at += load<i32>(behind + ((<usize>column - 1) << 2));
    }
    const sameKey = leavesOut && row > 0 && column >= keysEnd;
    let isWhole = false;
    let newText: u8 = 0;
    let missing: u8 = 0;
    let sum: i64 = 0;
    while (true) {
      const role = load<u8>(roles + column);
      let byte = load<u8>(at);
      const isQuoted = byte === QUOTE;
      if (isQuoted) at++;
      if (isCount(role)) {
        // Without quotes, those next to each other in one go; what is left is read as any count is.
        const until = load<i32>(countsUntil + ((<usize>column) << 2));
        if (!isQuoted && column < until) {
          const first = column;
          let place = counts + ((<usize>(column * ROWS + row)) << 2);
          let ends = endsIn64(at, separates);
          let from = at;
          let others: u32 = 0;
          let votes: i64 = 0;
          while (column < until && ends) {
            const end = at + <usize>ctz(ends);
            const digits = <u32>(end - from);
            if (digits - 1 > 2) break;
            const four = load<u32>(from);
            others |= othersIn(four) << ((4 - digits) << 3);
            const value = numberIn(four, digits);
            store<i32>(place, value);
            votes += value & load<i32>(addUp + ((<usize>column) << 2));
            place += ROWS << 2;
            ends &= ends - 1;
            from = end + 1;
            column++;
          }
          if (others) column = first;
          if (column > first) {
            at = from;
            sum += votes;
            continue;
          }
        }
        const first = at;
        const four = load<u32>(at);
        let digits = (<u32>ctz(othersIn(four))) >>> 3;
        let value = 0;
        if (digits - 1 < 3) {
          value = numberIn(four, digits);
          at += digits;
        } else {
          while (true) {
            const digit = <u32>load<u8>(at) - ZERO;
            if (digit > 9) break;
            value = value * 10 + digit;
            at++;
          }
          digits = <u32>(at - first);
        }
        if (digits > 9) break;
        if (digits === 0) {
          value = -1;
          missing = 1;
        } else sum += value & load<i32>(addUp + ((<usize>column) << 2));
        store<i32>(counts + ((<usize>(column * ROWS + row)) << 2), value);
      } else if (role === TEXT) {
        const place = (<usize>load<i32>(textOf + ((<usize>column) << 2))) << 2;
        const last = load<i32>(current + place);
        let number = load<i32>(textNext + ((<usize>last) << 2));
        let length = <usize>load<i32>(textLengths + ((<usize>number) << 2));
        const next = load<u8>(at + length);
        if (
          number < known &&
          (isQuoted
            ? next === QUOTE
            : (next === delimiter || next <= CR) && !load<u8>(textQuoted + number)) &&
          same(load<u32>(textStarts + ((<usize>number) << 2)), at, length)
        )
          at += length;
        else {
          const from = at;
          at = passOver(at, isQuoted ? quotes : separates, encoding);
          if (at === 0) break;
          length = at - from;
          if (length > LONGEST) break;
          number = numberOf(from, length);
          if (number < 0) {
            isFull = 1;
            break;
          }
        }
        if (number !== last) {
          store<i32>(textNext + ((<usize>last) << 2), number);
          store<i32>(current + place, number);
          newText = 1;
        }
      } else if (role === KEY) {
        store<i32>(starts + ((<usize>column) << 2), <i32>(at - start));
        at = endOfKey(at, separates);
        store<i32>(ends + ((<usize>column) << 2), <i32>(at - start));
      } else {
        at = passOver(at, isQuoted ? quotes : separates, encoding);
        if (at === 0) break;
      }
      if (isQuoted && load<u8>(at++) !== QUOTE) break;
      byte = load<u8>(at);
      if (byte === delimiter) {
        at++;
        if (column === last) break;
        store<i32>(behind + ((<usize>column) << 2), <i32>(at - start));
        column++;
        continue;
      }
      if (column !== last) break;
      if (byte === CR) byte = load<u8>(++at);
      if (byte === LF) {
        at++;
        isWhole = true;
      }
      break;
    }
    // More than a sheet can have is for who says so.
    if (!isWhole || sum > i32.MAX_VALUE) break;
    let keyEnd = keyAt;
    store<u8>(isNewKey + row, sameKey ? 0 : 1);
    store<u8>(isNewText + row, newText);
    const place = (<usize>row) << 2;
    if (!sameKey) {
      keyEnd = writeKey(start, keyAt);
      if (keyEnd === 0) break;
      store<i32>(keyHashes + place, hashOf(keyAt, keyEnd));
    }
    keyAt = keyEnd;
    store<i32>(sums + place, <i32>sum);
    store<u8>(isMissing + row, missing);
    store<i32>(keyEnds + place, <i32>(keyEnd - keys));
    for (let text = 0; text < textCount; text++)
      store<i32>(
        texts + ((<usize>(text * ROWS + row)) << 2),
        load<i32>(current + ((<usize>text) << 2)),
      );
    store<i32>(rowEnds + place, <i32>(at - input));
    before = start;
    start = at;
  }
  return row;
}
