-- Whose house a message came from, as a blind index, and whether it is hardly more than a password: to show it next to the locked file.
alter table inbound add column house_index bytea;
alter table inbound add column password_only boolean not null default false;
create index inbound_house on inbound (house_index);
