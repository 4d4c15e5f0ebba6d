/** Area codes of the United States; 202 is left to the people of the vendors' own seeds. */
const areaCodes =
  '201 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 ' +
  '256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 ' +
  '330 331 334 336 337 347 351 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 ' +
  '425 430 432 434 435 440 443 469 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530';

/** Numbers that are kept free for stories: 555-0100 to 555-0199 of each area. */
const perArea = 100;

const areas = areaCodes.split(' ');

/** How many there are. */
export const phoneNumberCount = areas.length * perArea;

/** Shares no factor with the count, so that every number comes once before the first comes again. */
const stride = 4_999;

/**
 * A telephone number that nobody has, in the form of E.164. Different positions have different numbers, as long as there
 * are no more than {@link phoneNumberCount}.
 * @param start where counting begins.
 */
export function phoneNumberAt(position: number, start: number): string {
  const index = (start + position * stride) % phoneNumberCount;
  return `+1${areas[Math.floor(index / perArea)]}55501${String(index % perArea).padStart(2, '0')}`;
}
