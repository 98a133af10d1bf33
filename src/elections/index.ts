/**
 * Described elections, with claims and their sources.
 *
 * @module tallyproof/elections
 */

export { bolivia2019 } from "./bolivia-2019";
export { venezuela2024 } from "./venezuela-2024";
