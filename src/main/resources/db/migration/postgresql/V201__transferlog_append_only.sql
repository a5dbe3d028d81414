-- Whoever owns the tables can drop a trigger, so production runs the gateway under a role of its own that owns nothing here:
--   revoke update, delete, truncate on log_entry, log_node, log_checkpoint from gateway;
create function log_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the transfer log is append-only' using errcode = 'restrict_violation';
end $$;

create trigger log_entry_append_only before update or delete on log_entry for each row execute function log_append_only();
create trigger log_entry_no_truncate before truncate on log_entry for each statement execute function log_append_only();
create trigger log_node_append_only before update or delete on log_node for each row execute function log_append_only();
create trigger log_node_no_truncate before truncate on log_node for each statement execute function log_append_only();
create trigger log_checkpoint_append_only before update or delete on log_checkpoint for each row execute function log_append_only();
create trigger log_checkpoint_no_truncate before truncate on log_checkpoint for each statement execute function log_append_only();

revoke update, delete, truncate on log_entry, log_node, log_checkpoint from public;
