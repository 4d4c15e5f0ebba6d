const upper =
  'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƠƯȘȚẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ';
const letter = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';
const lower =
  'a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžơưșțạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ';
const classes: Readonly<Record<string, string>> = {
  '\\p{Lu}': upper,
  '\\p{Ll}': lower,
  '\\p{L}': letter,
  '\\p{N}': '\\d',
  '\\p{M}': '\\u0300-\\u036f',
};

/**
 * The same expression for Latin letters only, without the flag `u`. The tables of all the letters of the world make an
 * expression a hundred times dearer to compile, and the text is English.
 */
export function latin(expression: RegExp): RegExp {
  let source = '';
  let inClass = false;
  for (const [piece] of expression.source.matchAll(/\\p\{[A-Za-z]+\}|\\.|\[|\]|[^\\[\]]+/gs)) {
    if (piece === '[' && !inClass) inClass = true;
    else if (piece === ']') inClass = false;
    const letters = classes[piece];
    source += letters === undefined ? piece : inClass ? letters : `[${letters}]`;
  }
  return new RegExp(source, expression.flags.replace('u', ''));
}

/**
 * The same expression for a {@link folded} text, without the flag `i`: telling large and small letters apart is cheaper
 * than not to.
 */
export function uncased(expression: RegExp): RegExp {
  if (!expression.ignoreCase) return expression;
  const source = expression.source.replace(/\\.|\(\?<\w+>|[A-Z]/gs, (piece) =>
    piece.length > 1 ? piece : piece.toLowerCase(),
  );
  return new RegExp(source, expression.flags.replace('i', ''));
}

/** The text with its large Latin letters made small, as long as it was. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
