-- Files that officers opened with a password: further documents of the same message. Place, name and type are sealed.
create table inbound_document (
    id varchar(26) primary key,
    inbound_id varchar(26) not null references inbound (id),
    number integer not null,
    blob varchar(64) not null,
    facts bytea not null,
    weak boolean not null,
    opened_at timestamp with time zone not null,
    opened_by varchar(64) not null,
    constraint inbound_document_number unique (inbound_id, number)
);
alter table inbound add column password_attempts integer not null default 0;
