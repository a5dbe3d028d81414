-- When the content of a message went: its bytes, texts and files. What is known of it stays until its case is erased.
alter table inbound add column content_erased_at timestamp with time zone;
alter table case_message add column content_erased_at timestamp with time zone;

-- Since when a case's papers stand in the council's system of record, and when the content of what was sent went.
create table case_retention (
    case_id        varchar(26) primary key,
    filed_at       timestamp with time zone,
    filed_by       varchar(64),
    sent_erased_at timestamp with time zone
);

-- Proof that a case was erased: ids, counts and a hash. Sealed, because it keeps the reference for the reviews.
create table purge_certificate (
    id        varchar(26) primary key,
    case_id   varchar(26) not null,
    purged_at timestamp with time zone not null,
    text      bytea not null,
    sha256    varchar(64) not null,
    constraint purge_certificate_case unique (case_id)
);
create table purge_holder (
    certificate varchar(26) not null references purge_certificate (id),
    holder      varchar(120) not null,
    primary key (certificate, holder)
);
