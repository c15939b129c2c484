-- A membership that an age limit ended on its first day was one: whoever had it has left.
update membership set ended_on = from_day
where ended_because = 'AGE_LIMIT' and last_day < from_day and ended_on is null;
