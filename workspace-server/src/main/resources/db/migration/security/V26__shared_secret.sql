-- What all nodes know: not for tickets alone.
alter table live_ticket_key rename to shared_secret;
alter table shared_secret rename column key to secret;
