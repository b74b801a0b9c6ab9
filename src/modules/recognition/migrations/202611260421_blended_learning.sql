-- Half in class and half online is a kind of its own: rules may ask something else of it than of either.
alter table transcript_lines drop constraint transcript_lines_kind_check;
alter table transcript_lines add constraint transcript_lines_kind_check
  check (kind in ('course', 'online', 'blended', 'summer', 'placement', 'non-degree', 'certificate',
    'training', 'portfolio', 'examination', 'accredited', 'part-time'));
