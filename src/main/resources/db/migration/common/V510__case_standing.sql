-- Where each case stands and what was recorded on its way; written under the lock of the case's gate.
create table case_standing (
    case_id varchar(26) primary key,
    state varchar(24) not null,
    since timestamp with time zone not null,
    threshold varchar(16) not null default 'unknown',
    consent varchar(16) not null default 'not-asked',
    duplicate_of varchar(26),
    panel_on date,
    legal_hold boolean not null default false
);
create index case_standing_state on case_standing (state, since);

-- Reviews after a case was closed: whose, when, and of which case; nothing about the person.
create table case_review (
    case_id varchar(26) not null,
    months integer not null,
    due_on date not null,
    owner varchar(64) not null,
    done_at timestamp with time zone,
    done_by varchar(64),
    primary key (case_id, months)
);
create index case_review_due on case_review (due_on);
