import {undoWhere, type Decoder} from './decoder.js';

/** The names of U+00A0 to U+00FF in their order. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml ' +
  'Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Of the other two thousand names those that stand in names and addresses. */
const others =
  'amp:& lt:< gt:> quot:" apos:\' commat:@ period:. comma:, plus:+ lowbar:_ dash:‐ hyphen:‐ ndash:– mdash:— lpar:( rpar:) ' +
  'num:# sol:/ bsol:\\ colon:: semi:; Tab:\t NewLine:\n lsquo:‘ rsquo:’ ldquo:“ rdquo:” hellip:… OElig:Œ oelig:œ Scaron:Š ' +
  'scaron:š Zcaron:Ž zcaron:ž Ccaron:Č ccaron:č Lstrok:Ł lstrok:ł Dstrok:Đ dstrok:đ inodot:ı zwj:\u200d zwnj:\u200c lrm:\u200e ' +
  'rlm:\u200f thinsp:\u2009 ensp:\u2002 emsp:\u2003';

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...others
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
]);

const entity = /&(?:#x([\da-f]{1,8})|#(\d{1,8})|([a-z]{2,8}\d{0,2}));?/gi;
const tag = /<[/!]?([a-z][a-z\d]{0,20})(?![a-z\d])[^<>]*>/gi;
/** Tags that part no words. */
const inline = new Set('a abbr b bdi bdo code em font i mark s small span strong sub sup u wbr'.split(' '));

/** Character references, and tags between the letters of a text. The text of a tag itself may hold something too. */
export const html: Decoder = {
  name: 'html',
  decode: (text) => [
    ...undoWhere(text, /&(?:#|[a-z])/i, withoutEntities),
    ...undoWhere(text, /<[/!]?[a-z]/i, (marked) => withoutEntities(withoutTags(marked))),
  ],
};

function withoutTags(text: string): string {
  return text.replace(tag, (_, name: string) => (inline.has(name.toLowerCase()) ? '' : ' '));
}

function withoutEntities(text: string): string {
  return text.replace(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
