/**
 * The one style sheet of all pages, written into each of them: nothing is fetched, and its digest stands in the content
 * security policy. Sizes are relative, so that text can be enlarged, and nothing is wider than 320 px must be.
 */
export const pageStyle = `
:root{color-scheme:light dark;--page:#f3f4f6;--card:#fff;--ink:#16202b;--soft:#4a5663;--line:#c6ccd3;--act:#0b5c8a;--act-ink:#fff;--prod:#8a1c13;--prod-ink:#fff;--warn:#fdf3d7;--warn-line:#a86a00;--bad:#fdecea;--bad-line:#b3261e;--good:#e6f4ea;--good-line:#1e7b3a}
@media (prefers-color-scheme:dark){:root{--page:#12171d;--card:#1b222a;--ink:#eef2f6;--soft:#b4bfca;--line:#46525f;--act:#7cc4ee;--act-ink:#0b1a25;--prod:#ffb4a8;--prod-ink:#3b0a06;--warn:#33290f;--warn-line:#e0aa3e;--bad:#3a1614;--bad-line:#ff8a80;--good:#14301d;--good-line:#7fd497}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:42rem;margin-inline:auto;padding:1rem}
header{padding-block:1.25rem .25rem;font-weight:700;letter-spacing:.01em}
main{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding-block:1.25rem}
@media (min-width:44em){main{padding:1.75rem 2rem}}
main>:last-child{margin-bottom:0}
footer{color:var(--soft);font-size:.875rem}
h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25}
h2{margin:2rem 0 .5rem;padding-top:1.25rem;border-top:1px solid var(--line);font-size:1.1875rem;line-height:1.3}
p{margin:0 0 1rem}
.step{margin:0 0 .25rem;color:var(--soft);font-size:.9375rem}
.environment{display:inline-block;margin:0 0 .75rem;padding:.125rem .625rem;border-radius:.25rem;background:var(--prod);color:var(--prod-ink);font-weight:700}
dl{margin:0 0 1.25rem;border-top:1px solid var(--line)}
dl div{padding:.5rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0;font-weight:500}
dd ul{margin:0;padding:0;list-style:none}
@media (min-width:36em){dl div{display:grid;grid-template-columns:minmax(0,13rem) minmax(0,1fr);gap:1rem}}
.note{margin:0 0 1rem;padding:.75rem 1rem;border-left:.25rem solid var(--warn-line);background:var(--warn);border-radius:.25rem}
.note.bad{border-color:var(--bad-line);background:var(--bad)}
.note.good{border-color:var(--good-line);background:var(--good)}
.note p:last-child{margin:0}
.note h2{margin:0 0 .25rem;padding:0;border:0;font-size:1rem}
.note ul{margin:0;padding-left:1.25rem}
label{display:block;margin:0 0 .25rem;font-weight:700}
textarea{display:block;width:100%;margin:0 0 .5rem;padding:.625rem .75rem;border:2px solid var(--ink);border-radius:.25rem;background:var(--page);color:var(--ink);font:1rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere;resize:vertical}
input[type=text]{display:block;width:100%;margin:0;padding:.625rem .75rem;border:2px solid var(--ink);border-radius:.25rem;background:var(--page);color:var(--ink);font:inherit}
input[aria-invalid]{border-color:var(--bad-line)}
.field{margin:0 0 1rem}
fieldset{min-width:0;margin:0;padding:0;border:0}
legend{margin:0 0 .25rem;padding:0;font-weight:700}
.field .soft{margin:0 0 .375rem}
textarea[aria-invalid]{border-color:var(--bad-line)}
.wrong{margin:0 0 .25rem;padding-left:.625rem;border-left:.25rem solid var(--bad-line);font-weight:700}
.choice{display:grid;grid-template-columns:1.5rem minmax(0,1fr);gap:0 .75rem;margin:0 0 .75rem}
.choice input{width:1.25rem;height:1.25rem;margin:.125rem 0 0;accent-color:var(--act)}
.choice label{margin:0}
.choice p{grid-column:2;margin:0;color:var(--soft);font-size:.9375rem}
form{margin:0 0 1rem}
button{width:100%;padding:.75rem 1.25rem;border:2px solid var(--act);border-radius:.375rem;background:var(--act);color:var(--act-ink);font:inherit;font-weight:700;cursor:pointer}
button.quiet{background:transparent;color:var(--act)}
button.plain{width:auto;padding:.25rem 0;border:0;background:transparent;color:var(--act);text-decoration:underline}
@media (min-width:30em){button{width:auto}}
button:hover{filter:brightness(1.08)}
a{color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:3px}
.soft{color:var(--soft);font-size:.9375rem}
@media (forced-colors:active){.environment,.note{border:1px solid}}
`
