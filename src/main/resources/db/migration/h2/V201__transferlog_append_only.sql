-- H2 has no roles that would hold against its own process: the triggers refuse, and the proof finds what got past them.
create trigger log_entry_append_only before update, delete on log_entry for each row call 'org.spocgateway.transferlog.AppendOnly';
create trigger log_node_append_only before update, delete on log_node for each row call 'org.spocgateway.transferlog.AppendOnly';
create trigger log_checkpoint_append_only before update, delete on log_checkpoint for each row call 'org.spocgateway.transferlog.AppendOnly';
