import {setFlagsFromString} from 'node:v8';

/**
 * Has the engine give memory back early. A stand-in runs beside an editor, a browser and the program it is there for:
 * half the memory is worth more than the last tenth of its speed. Takes effect from the next collection on.
 */
export function stayLean(): void {
  setFlagsFromString('--heap-growing-percent=15');
  setFlagsFromString('--semi-space-growth-factor=1');
}
