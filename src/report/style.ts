/** The one style sheet of HTML reports. Colours reach 4.5 : 1 on their ground in light and dark. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--panel:#f4f5f7;--ink:#1b1f24;--faint:#57606a;--line:#d0d7de;--edge:#8c959f;
--contradicted:#a40e26;--confirmed:#0a6b2d;--undecided:#7a4d00;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--ground:#15181c;--panel:#1f242b;--ink:#e6e9ee;--faint:#a3adba;
--line:#3a424d;--edge:#6e7781;--contradicted:#ff9aa5;--confirmed:#7ee09b;--undecided:#f2c46d;--link:#8ab8ff}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:52rem;background:var(--ground);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.2rem;line-height:1.3;margin:2.25rem 0 .75rem;border-top:1px solid var(--line);padding-top:1rem}
h3{font-size:1rem;margin:1.5rem 0 .25rem}
p{margin:.4rem 0}
.lead{font-size:1.15rem}
.date{white-space:nowrap}
.note,.description,footer{color:var(--faint);font-size:.9rem}
ul{list-style:none;margin:.5rem 0;padding:0}
li ul{list-style:disc;padding-left:1.2rem;font-size:.9rem;color:var(--faint)}
.verdicts>li{background:var(--panel);border-left:.3rem solid var(--mark,var(--line));border-radius:.25rem;
margin:.6rem 0;padding:.6rem .9rem}
.verdicts .label{display:block;text-transform:uppercase;letter-spacing:.04em;font-size:.85rem}
.labelleds>li,.pairs>li,.issues>li{margin:.5rem 0;padding-left:.8rem;border-left:.2rem solid var(--mark,var(--line))}
.label{color:var(--mark,inherit)}
.contradicted{--mark:var(--contradicted)}.confirmed{--mark:var(--confirmed)}.undecided{--mark:var(--undecided)}
.error{--mark:var(--contradicted)}.warning{--mark:var(--undecided)}
.scroll{overflow-x:auto;max-width:100%;background:linear-gradient(to right,var(--ground) 30%,transparent) left/2rem 100%,
linear-gradient(to left,var(--ground) 30%,transparent) right/2rem 100%,linear-gradient(to right,var(--edge),transparent) left/.6rem 100%,
linear-gradient(to left,var(--edge),transparent) right/.6rem 100%;background-repeat:no-repeat;
background-attachment:local,local,scroll,scroll}
.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;min-width:100%;font-size:.92rem;overflow-wrap:normal}
th,td:not(.number){overflow-wrap:anywhere;min-width:4.5em}
thead th{overflow-wrap:break-word}
.name{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600}
.number,td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tbody th{font-weight:600}
figure{margin:1rem 0 1.75rem}
figure svg{max-width:100%;height:auto;display:block;color:var(--ink)}
details{margin:.4rem 0;font-size:.9rem}
summary{color:var(--faint);cursor:pointer;width:max-content;max-width:100%}
summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.wide{display:none}
@media (min-width:50rem){.wide{display:block}.narrow{display:none}}
@media screen and (max-width:42rem){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody{display:block}
tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.2rem,1fr));gap:0 .7rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
tbody th{grid-column:1/-1}
tbody th,tbody td{border:0;padding:.1rem 0;text-align:left}
tbody td{display:flex;flex-wrap:wrap;justify-content:flex-end;align-items:baseline;gap:0 .3rem}
tbody td:not(.number){justify-content:flex-start}
td.number{white-space:normal;text-align:right}
tbody td:not(.number){grid-column:1/-1}
.number[data-heading]::before{content:attr(data-heading);margin-right:auto;color:var(--faint);font-size:.86em;white-space:normal;overflow-wrap:anywhere}
}
footer{margin-top:2.5rem}
footer h2{font-size:1rem}
@media print{body{max-width:none;padding:0;font-size:10pt}.verdicts>li,figure,tr{break-inside:avoid}
.scroll{overflow:visible;background:none}h2,h3{break-after:avoid}.wide{display:block}.narrow,details{display:none}.name{display:inline}}
`;
