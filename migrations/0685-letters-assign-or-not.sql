-- Why: whether a letter gives tasks is said by who drafts it, and may be thought over while it is a draft.
grant update (assigns) on official_documents to lp_app;
