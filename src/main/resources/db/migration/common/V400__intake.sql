-- One row for each message found in a mailbox. The row's state is the truth; tasks only wake it.
-- Columns about people (opening, classified) are sealed under the row's holder; the look-ups are blind indexes.
create table inbound (
    id varchar(26) primary key,
    account varchar(64) not null,
    mailbox varchar(255) not null,
    uidvalidity bigint not null,
    uid bigint not null,
    state varchar(20) not null,
    attempted_state varchar(20),
    attempts integer not null default 0,
    not_before timestamp with time zone,
    received_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    size_bytes bigint not null,
    fingerprint_index bytea not null,
    message_id_index bytea,
    linked_to varchar(26),
    suppressed boolean not null default false,
    moved boolean not null default false,
    holder varchar(64) not null,
    raw_blob varchar(64) not null,
    opened_blob varchar(64),
    fault varchar(40),
    opening bytea,
    classified bytea,
    case_id varchar(26),
    waiting_for varchar(40),
    constraint inbound_place unique (account, mailbox, uidvalidity, uid)
);
create index inbound_fingerprint on inbound (fingerprint_index);
create index inbound_message_id on inbound (message_id_index);
create index inbound_state on inbound (state);
create index inbound_unmoved on inbound (account, moved);

-- When each mailbox was last looked at, so that no empty screen is mistaken for silence.
create table mailbox_look (
    account varchar(64) primary key,
    looked_at timestamp with time zone,
    tried_at timestamp with time zone not null,
    missed integer not null default 0,
    still_there integer not null default 0
);
