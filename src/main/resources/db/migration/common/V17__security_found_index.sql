-- The view of all security incidents picks few incidents among very many.
create index incident_security_found on itsm.incident (security_found, opened_at);
