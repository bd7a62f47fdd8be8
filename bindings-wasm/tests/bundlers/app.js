// What every set-up builds and runs: the whole package, the form helper, and words.
import * as hoten from 'hoten';
import * as forms from 'hoten/forms';
import { message } from 'hoten/messages/vi';

export async function answer(source) {
  await Promise.all([hoten.load(source?.hoten), forms.load(source?.forms)]);
  const [finding] = forms.parsePhone('01691234567').findings;
  const { clusters } = hoten.dedupe([{ fullName: 'Nguyễn Văn Hòa', birthDate: '12/5/1950' }, { fullName: 'NGUYỄN VĂN HOÀ', birthDate: '1950-05-12' }]);
  return [forms.normalize('HOÀ'), message(finding), new Set(clusters.map(({ clusterId }) => clusterId)).size].join('|');
}
