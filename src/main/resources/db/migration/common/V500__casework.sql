-- Cases, gates, requests, answers, calls, alarms. Every bytea column but an index is sealed under the case's key;
-- every *_index column is a keyed blind index, the only way to look something up.
create table case_file (
    id varchar(26) primary key,
    reference bytea not null,
    reference_index bytea not null,
    force varchar(64) not null,
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    urgent boolean not null default false,
    urgent_mail_at timestamp with time zone,
    call_missing boolean not null default false,
    constraint case_file_reference unique (reference_index)
);

-- The row that everything about the gate locks first (architecture, semantics).
create table case_gate (
    case_id varchar(26) primary key,
    gate varchar(16) not null,
    version bigint not null default 0,
    way varchar(16),
    proposed_at timestamp with time zone,
    proposing_message varchar(26),
    proposing_grade varchar(1),
    noted_by varchar(64),
    received_securely boolean not null default false,
    mail_due timestamp with time zone,
    changed_at timestamp with time zone not null
);
create index case_gate_mail_due on case_gate (mail_due);

create table case_fact (
    case_id varchar(26) not null,
    field varchar(64) not null,
    place integer not null,
    fact bytea not null,
    primary key (case_id, field)
);

create table case_police_reference (
    case_id varchar(26) not null,
    reference_index bytea not null,
    reference bytea not null,
    noted_at timestamp with time zone not null,
    primary key (case_id, reference_index)
);
create index case_police_reference_index on case_police_reference (reference_index);

-- Locked while a message that names a police reference is filed, so that two such messages cannot open two cases.
create table police_reference_claim (
    reference_index bytea primary key
);

create table case_message (
    inbound_id varchar(26) primary key,
    case_id varchar(26) not null,
    kind varchar(8) not null,
    received_at timestamp with time zone not null,
    filed_at timestamp with time zone not null,
    grade varchar(1),
    suppressed boolean not null default false,
    forward_due timestamp with time zone,
    forwarded_at timestamp with time zone,
    forward_transfer varchar(26)
);
create index case_message_case on case_message (case_id);
create index case_message_due on case_message (forward_due);

create table call_note (
    id varchar(32) primary key,
    case_id varchar(26) not null,
    purpose varchar(16) not null,
    called_at timestamp with time zone not null,
    noted_at timestamp with time zone not null,
    by_role varchar(16) not null,
    by_ref varchar(64) not null,
    call bytea not null
);
create index call_note_case on call_note (case_id);

create table case_request (
    id varchar(26) primary key,
    case_id varchar(26) not null,
    kind varchar(32) not null,
    key_index bytea not null,
    draft_index bytea not null,
    author_role varchar(16) not null,
    author_ref varchar(64) not null,
    approved_at timestamp with time zone not null,
    not_before timestamp with time zone not null,
    undone_at timestamp with time zone,
    reply_by date not null,
    marking varchar(24) not null,
    questions bytea not null,
    free_text bytea not null,
    facts bytea not null,
    documents bytea not null,
    constraint case_request_key unique (key_index)
);
create index case_request_case on case_request (case_id);

create table request_recipient (
    transfer_id varchar(26) primary key,
    request_id varchar(26) not null,
    case_id varchar(26) not null,
    place integer not null,
    reference bytea not null,
    reference_index bytea not null,
    party varchar(64),
    address bytea not null,
    address_index bytea not null,
    forwarded varchar(26),
    message_tag varchar(32) not null,
    not_sent boolean not null default false,
    constraint request_recipient_reference unique (reference_index),
    constraint request_recipient_message unique (message_tag)
);
create index request_recipient_request on request_recipient (request_id);

create table case_answer (
    id varchar(32) primary key,
    transfer_id varchar(26) not null,
    case_id varchar(26) not null,
    party varchar(64),
    given_at timestamp with time zone not null,
    content bytea not null,
    receipt varchar(32),
    inbound_id varchar(26),
    constraint case_answer_mail unique (inbound_id)
);
create index case_answer_case on case_answer (case_id);
create index case_answer_transfer on case_answer (transfer_id);

-- standing: the alarm's word, case and message while it stands, null once it is cleared; so one alarm stands once.
create table case_alarm (
    id varchar(32) primary key,
    word varchar(40) not null,
    case_id varchar(26),
    inbound_id varchar(26),
    raised_at timestamp with time zone not null,
    cleared_at timestamp with time zone,
    cleared_by varchar(64),
    telephone varchar(32) not null,
    standing varchar(128),
    constraint case_alarm_standing unique (standing)
);

create table case_event (
    id varchar(32) primary key,
    seq bigint generated by default as identity,
    case_id varchar(26) not null,
    at timestamp with time zone not null,
    what varchar(40) not null,
    by_role varchar(16) not null,
    by_ref varchar(64) not null,
    detail bytea,
    inbound_id varchar(26),
    transfer_id varchar(26),
    grade varchar(1),
    signature varchar(16),
    key_name varchar(64)
);
create index case_event_case on case_event (case_id, seq);
