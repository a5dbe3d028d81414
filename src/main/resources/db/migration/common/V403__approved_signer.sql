-- Certificates of senders we know that officers approved after ringing them; address and certificate are sealed.
create table approved_signer (
    id varchar(26) primary key,
    thumbprint varchar(64) not null,
    sealed bytea not null,
    inbound_id varchar(26) not null references inbound (id),
    approved_at timestamp with time zone not null,
    approved_by varchar(64) not null,
    withdrawn_at timestamp with time zone
);
create index approved_signer_thumbprint on approved_signer (thumbprint);
