// Compiled by tsc, never run: the types accept right calls and refuse wrong ones.
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { clean, dedupe, load, parseBirthDate, parseName, version } from 'hoten';
import { attach } from 'hoten/form';
import * as forms from 'hoten/forms';
import * as inline from 'hoten/inline';
import * as vi from 'hoten/messages/vi';
import { createSchemas } from 'hoten/schema';
import { connect } from 'hoten/worker';

async function right(form: HTMLFormElement, worker: Worker): Promise<string> {
  await load(new Uint8Array(8));
  const [repair] = clean('a').repairs;
  const [start] = repair?.span ?? [0];
  const year: number | null = parseBirthDate('1950').year;
  const words: string = parseName('a').findings.map(vi.message).join();
  const help = attach(form, { lang: vi, hoten: inline, fields: { fullName: 'ten', birthDate: { day: 'd', month: 'm', year: 'y' } }, ignore: ['value_missing'] });
  await help.ready;
  const schema: StandardSchemaV1<string> = createSchemas(forms, vi).field('phone');
  const folded: string = await connect(worker).fold('Đ');
  const id = dedupe([{ fullName: 'Lê Lợi' }]).clusters[0]?.clusterId;
  switch (help.findings[0]?.code) {
    case 'name_empty':
      return folded;
    // @ts-expect-error: no such code
    case 'name_emty':
      return words;
  }
  return version() + start + year + words + schema['~standard'].vendor + id;
}

// @ts-expect-error: takes nothing
version(7);
// @ts-expect-error: takes text
clean(7);
// @ts-expect-error: answers cannot be changed
parseName('a').surname = 'b';
// @ts-expect-error: the build for forms has no tables
forms.dedupe([]);
// @ts-expect-error: no such field
attach(document.body, { fields: { fulName: 'a' } });

export { right };
