/** Milliseconds of CPU that something takes; other programs do not count. */
export function cpuTime(something: () => void): number {
  const before = process.cpuUsage();
  something();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
}
