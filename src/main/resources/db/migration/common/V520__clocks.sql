-- Which reminder of which transfer was raised already; a step names the day where the day can be moved.
create table reminder (
    transfer_id varchar(26) not null,
    step        varchar(24) not null,
    raised_at   timestamp with time zone not null,
    primary key (transfer_id, step)
);

-- Calls to partners who have not answered; what was said is sealed under the case.
create table chase_call (
    id          varchar(32) primary key,
    transfer_id varchar(26) not null,
    case_id     varchar(26) not null,
    called_at   timestamp with time zone not null,
    by_role     varchar(16) not null,
    by_ref      varchar(64) not null,
    call        bytea not null
);
create index chase_call_transfer on chase_call (transfer_id);

-- A noted call of police whose mail has not come yet: when it must have come (R11).
alter table call_note add column mail_due timestamp with time zone;
create index call_note_mail_due on call_note (mail_due);

alter table request_recipient add column withdrawn_at timestamp with time zone;

-- How many messages police say they sent on a day, against what arrived; no row is about a person.
create table police_count (
    said_on  date primary key,
    said     integer not null,
    by_ref   varchar(64) not null,
    noted_at timestamp with time zone not null
);

-- Moments that the gateway itself must remember, such as which silence was told already.
create table house_moment (
    name varchar(32) primary key,
    at   timestamp with time zone not null
);
