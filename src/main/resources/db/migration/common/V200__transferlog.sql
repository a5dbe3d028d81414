-- The transfer log. A shard is a calendar year; log_head is the row that every append locks, last in its transaction.
create table log_head (
    shard    varchar(160) primary key,
    size     bigint       not null,
    frontier bytea        not null,
    closed   boolean      not null
);

create table log_entry (
    shard varchar(160) not null,
    seq   bigint       not null,
    leaf  bytea        not null,
    primary key (shard, seq)
);

-- Complete nodes of the tree (RFC 6962); level 0 holds the hashes of the leaves.
create table log_node (
    shard varchar(160) not null,
    lvl   integer      not null,
    idx   bigint       not null,
    hash  bytea        not null,
    primary key (shard, lvl, idx)
);

create table log_checkpoint (
    shard     varchar(160)             not null,
    size      bigint                   not null,
    note      varchar(1000)            not null,
    signed_at timestamp with time zone not null,
    primary key (shard, size)
);

-- Salt and value of a commitment, sealed under the holder: erased with it.
create table log_private (
    entry_id varchar(26) not null,
    field    varchar(32) not null,
    holder   varchar(80) not null,
    sealed   bytea       not null,
    primary key (entry_id, field)
);

-- What reviewers read: one row an entry, and one row a transfer or inbound message. No person, case, subject, file name or local part.
create table log_fact (
    shard            varchar(160)             not null,
    seq              bigint                   not null,
    happened_at      timestamp with time zone not null,
    entry_type       varchar(40)              not null,
    direction        varchar(8)               not null,
    transfer         varchar(26),
    inbound          varchar(26),
    kind             varchar(64),
    transfer_channel varchar(20),
    organisation     varchar(64),
    peer_domain      varchar(255),
    rules            varchar(400),
    decision         varchar(12),
    tls_version      varchar(64),
    protection       varchar(140),
    grade            varchar(1),
    code             varchar(130),
    outcome          varchar(64),
    actor            varchar(90)              not null,
    size_bucket      bigint,
    primary key (shard, seq)
);
create index log_fact_transfer on log_fact (transfer);
create index log_fact_inbound on log_fact (inbound);
create index log_fact_type on log_fact (entry_type, happened_at);

create table log_transfer (
    ref              varchar(26) primary key,
    started_at       timestamp with time zone not null,
    direction        varchar(8)               not null,
    kind             varchar(64),
    transfer_channel varchar(20),
    organisation     varchar(64),
    peer_domain      varchar(255),
    rules            varchar(400),
    decision         varchar(12),
    tls_version      varchar(64),
    protection       varchar(140),
    grade            varchar(1),
    code             varchar(130),
    outcome          varchar(64),
    size_bucket      bigint
);
create index log_transfer_started on log_transfer (started_at);
