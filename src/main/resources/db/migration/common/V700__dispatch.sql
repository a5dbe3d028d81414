-- One row for each recipient of each sending; its state is the truth. Everything about a person is sealed under the case.
create table transfer (
    id                varchar(26) primary key,
    case_id           varchar(26) not null,
    kind              varchar(32) not null,
    state             varchar(16) not null,
    transfer_channel  varchar(24),
    epoch             bigint      not null default 0, -- who may act: raised at every claim
    attempts          integer     not null default 0, -- how often it was carried
    tried_state       varchar(16) not null default '',
    tries             integer     not null default 0, -- pages begun at tried_state and not ended
    created_at        timestamp with time zone not null,
    not_before        timestamp with time zone not null,
    organisation      varchar(64),
    recipient         bytea       not null, -- sealed
    notice_of         varchar(26), -- a notice: the transfer it tells of
    decision          bytea, -- sealed: the frozen decision
    reasons           bytea, -- sealed: every reason why not
    rules             varchar(400) not null default '',
    content_blob      varchar(64),
    content_index     bytea, -- keyed fingerprint of the content
    message_id_index  bytea, -- keyed Message-ID
    failed_before     boolean     not null default false,
    last_outcome      varchar(16) not null default '',
    carrier           varchar(16),
    smtp_stage        varchar(16),
    smtp_code         integer,
    queue_id          varchar(64),
    tls_version       varchar(16),
    tls_suite         varchar(64),
    tls_peer          varchar(64),
    peer_host         varchar(255),
    scope             varchar(16),
    sealed            boolean,
    insecure_reason   varchar(32),
    sent_at           timestamp with time zone,
    receipt           varchar(16) not null default ''
);
create index transfer_by_case on transfer (case_id);
create index transfer_by_state on transfer (state, not_before);
create index transfer_by_message_id on transfer (message_id_index);

-- Inbound messages that may be receipts of a transfer, until they were looked at.
create table transfer_receipt (
    inbound_id varchar(26) primary key,
    tries      integer not null default 0, -- counted before each look
    looked_at  timestamp with time zone
);
