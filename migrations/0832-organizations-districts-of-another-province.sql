-- Why: before 1/7/2025 the districts of Thái Bình were offered as places of Hưng Yên, which they were never part of.
update areas set parent_code = null where kind = 'district' and parent_code = '33' and code in (
  'thanh-pho-thai-binh', 'huyen-dong-hung', 'huyen-hung-ha', 'huyen-kien-xuong', 'huyen-quynh-phu', 'huyen-thai-thuy', 'huyen-tien-hai',
  'huyen-vu-thu');
