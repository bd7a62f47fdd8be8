-- Columns as a good engineer prepares them for Splink, from the file as the generator writes it.
-- Unicode, marks, case, blanks, dates and digits are repaired; text of old fonts stays as it is:
-- see README.md. Phonetic codes come from `phonetic`, made in prepare.py.

create or replace macro tidy(x) as nullif(trim(regexp_replace(
    translate(lower(nfc_normalize(translate(x, chr(160) || 'ÐðƉɖ', ' ĐđĐđ'))), '’`´', ''''''''),
    '\s+', ' ', 'g')), '');
create or replace macro fold(x) as nullif(trim(regexp_replace(
    replace(strip_accents(x), 'đ', 'd'), '[^a-z ]+', ' ', 'g')), '');
create or replace macro untitled(x) as regexp_replace(
    x, '^(ông bà|ông|bà|anh|chị|cụ) ((?:\S+ ){2,}\S+)$', '\2');
create or replace macro unit(x) as nullif(trim(regexp_replace(fold(tidy(x)),
    '^(tinh|thanh pho|tp|thi xa|tx|quan|huyen|q|h|thi tran|tt|xa|phuong|x|p) ', '')), '');
create or replace macro digits(x) as nullif(regexp_replace(x, '[^0-9]', '', 'g'), '');

create or replace table cells as
select record_id, source,
    untitled(tidy(full_name)) as name_marked, fold(untitled(tidy(full_name))) as name,
    fold(untitled(tidy(father_name))) as father, fold(untitled(tidy(mother_name))) as mother,
    digits(cccd) as cccd, digits(cmnd) as cmnd, digits(phone) as phone, trim(dob) as dob,
    case when lower(trim(sex)) in ('nam', 'nam / m', '1', 'm') then 'm'
         when lower(trim(sex)) in ('nữ', 'nu', 'nữ / f', '2', 'f') then 'f' end as sex,
    unit(province) as province, unit(district) as district, unit(commune) as commune,
    fold(tidy(regexp_extract(address, '([^,]*)$', 1))) as hamlet_text,
    nullif(regexp_extract(lower(strip_accents(address)), 'to (\d+)', 1), '') as residents_group,
    nullif(regexp_extract(lower(strip_accents(address)), '(?:^|so )\s*(\d+)', 1), '') as house
from source_file;

-- Day, month and year of every way a date is written; 0 and -- are unknown parts.
create or replace table dated as
with parts as (
    select record_id,
        case
            when regexp_matches(dob, '^\d{4}$') then [dob, '0', '0']
            when regexp_matches(dob, '^\d{8}$') then [dob[1:4], dob[5:6], dob[7:8]]
            when regexp_matches(dob, '^\d{4}\D+\d+\D+\d+$') then regexp_extract_all(dob, '\d+')
            when regexp_matches(dob, '^\d+\D+\d{4}$')
                then list_reverse(list_concat(['0'], regexp_extract_all(dob, '\d+')))
            when regexp_matches(dob, '^--/--/\d{4}$') then [dob[7:10], '0', '0']
            when regexp_matches(dob, '^\D*\d+\D+\d+\D+\d{2,4}$')
                then list_reverse(regexp_extract_all(dob, '\d+'))
        end as p
    from cells
), numbers as (
    select record_id, p[1]::int as y, p[2]::int as m, p[3]::int as d from parts where p is not null
)
select record_id,
    case when y < 24 then 2000 + y when y < 100 then 1900 + y else y end as birth_year,
    case when m between 1 and 12 then m end as birth_month,
    case when m between 1 and 12 and d between 1 and 31 then d end as birth_day
from numbers;

create or replace table residents as
with words as (
    select cells.*, string_split(name, ' ') as w, string_split(name_marked, ' ') as wm
    from cells
)
select
    record_id as unique_id, source, name_marked, name, replace(name, ' ', '') as name_joined,
    w[1] as surname, w[-1] as given, wm[-1] as given_marked,
    nullif(array_to_string(list_filter(w[2:-2], lambda s: s not in ('thi', 'van')), ' '), '')
        as middle,
    array_to_string(list_transform(w, lambda s: s[1:1]), '') as initials,
    codes.code as name_sound, codes.code_given as given_sound,
    birth_year, birth_month, birth_day,
    case when birth_day is not null then printf('%04d-%02d-%02d', birth_year, birth_month, birth_day)
    end as birth_date,
    sex,
    case length(cccd) when 12 then cccd when 11 then '0' || cccd end as cccd,
    case when length(cmnd) = 9 then cmnd end as cmnd,
    case when length(phone) = 10 then phone end as phone,
    province, district, commune,
    nullif(trim(regexp_replace(hamlet_text, '^(khom|ap|thon|xom|ban|buon|lang|to dan pho|khu pho) ', '')), '')
        as hamlet,
    house, residents_group,
    father, string_split(father, ' ')[-1] as father_given,
    mother, string_split(mother, ' ')[-1] as mother_given
from words
left join dated using (record_id)
left join phonetic as codes on codes.value = words.name;
