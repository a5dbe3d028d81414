-- The partner's side of egress-style. Contents, drafts and answers are sealed under package/<transfer>; links, codes and sessions are
-- stored hashed only.
create table portal_package (
    transfer      varchar(26) primary key,
    organisation  varchar(64) not null,
    reference     varchar(20) not null,
    reply_by      date        not null,
    state         varchar(10) not null,     -- staged, live, read, answered, revoked, expired
    contents      bytea       not null,
    link_hash     bytea unique,
    link_checks   integer     not null default 0,
    code_hash     bytea,
    code_until    timestamp with time zone,
    code_wrong    integer     not null default 0,
    code_rounds   integer     not null default 0, -- how often five codes in a row were wrong
    code_not_before timestamp with time zone,
    staged_at     timestamp with time zone not null,
    read_at       timestamp with time zone,
    answered_at   timestamp with time zone,
    receipt       varchar(20),
    answer        bytea
);

create table portal_visit (
    visit_hash    bytea       primary key,
    transfer      varchar(26) not null references portal_package (transfer),
    until         timestamp with time zone not null,
    stage         varchar(10) not null,     -- code, who, reading, done
    draft         bytea
);
create index portal_visit_transfer on portal_visit (transfer);
