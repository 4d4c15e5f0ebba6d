import {startBuiltIn} from '/work/main/src/cli/check-built-in.ts';
import {readFileSync} from 'node:fs';
const r=JSON.parse(readFileSync('/tmp/mut/symbl.json','utf8'));
const b=await startBuiltIn('symbl');
let auth:any={};
if('symbl'==='dixa')auth={Authorization:b.credentials.DIXA_API_KEY};
if('symbl'==='opencx')auth={Authorization:'Bearer '+b.credentials.OPENCX_API_KEY};
if('symbl'==='symbl'){const t:any=await(await fetch(b.base+'/oauth2/token:generate',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({type:'application',appId:b.credentials.SYMBL_APP_ID,appSecret:b.credentials.SYMBL_APP_SECRET})})).json();auth={Authorization:'Bearer '+t.accessToken}}
for(const w of r.vendors[0].workflows)for(const s of w.steps){if(!/^GET/.test(s.request))continue;const a=await fetch(b.base+s.request.slice(4),{headers:auth});console.log(s.id,a.status,[...a.headers].filter(([n])=>!/^(date|connection|keep-alive|content-length)$/.test(n)).map(h=>h.join('=')).join(';'),(await a.text()).slice(0,330))}
await b.close();
