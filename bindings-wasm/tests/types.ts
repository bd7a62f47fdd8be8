// Compiled by tsc, never run: the types accept right calls and refuse wrong ones.
import { clean, load, parseBirthDate, parseName, version } from 'hoten';

async function right(): Promise<string> {
  await load(new Uint8Array(8));
  const [repair] = clean('a').repairs;
  const [start] = repair?.span ?? [0];
  const year: number | null = parseBirthDate('1950').year;
  const words: string = parseName('a').findings.map((finding) => finding.message.vi).join();
  return version() + start + year + words;
}

// @ts-expect-error: takes nothing
version(7);
// @ts-expect-error: takes text
clean(7);
// @ts-expect-error: answers cannot be changed
parseName('a').surname = 'b';

export { right };
