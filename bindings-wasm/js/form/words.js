// What the form helper says itself; findings speak through hoten/messages.
export const words = {
  vi: {
    use: (text) => ['Dùng “', text, '”'],
    duplicates: 'Có thể đã có trong sổ:',
    keyed: 'Có thể người này đã có trong sổ. Hãy tra cứu trước khi lưu.',
    same: (what) => `cùng ${what}`,
    alike: (what) => `gần giống ${what}`,
    accepted: (text) => `Đã ghi “${text}”.`,
    parts: { surname: 'họ', middle: 'chữ đệm', given: 'tên', birthDate: 'ngày sinh', citizenId: 'số định danh', identityCard: 'số CMND', insuranceNumber: 'số bảo hiểm', phone: 'điện thoại', place: 'nơi ở', fatherName: 'tên cha', motherName: 'tên mẹ' },
  },
  en: {
    use: (text) => ['Use “', text, '”'],
    duplicates: 'May be in the register already:',
    keyed: 'This person may be in the register already. Please look before saving.',
    same: (what) => `same ${what}`,
    alike: (what) => `similar ${what}`,
    accepted: (text) => `“${text}” was filled in.`,
    parts: { surname: 'surname', middle: 'middle name', given: 'given name', birthDate: 'birth date', citizenId: 'citizen ID', identityCard: 'identity card', insuranceNumber: 'insurance number', phone: 'phone', place: 'place', fatherName: "father's name", motherName: "mother's name" },
  },
};
