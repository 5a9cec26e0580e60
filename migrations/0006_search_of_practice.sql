-- Full text of what is shared: kept by the commands in the transaction of each change (commands/keep-search.ts).
CREATE VIRTUAL TABLE `shared_texts` USING fts5(
	`about` UNINDEXED,
	`title`,
	`body`,
	tokenize = 'porter unicode61 remove_diacritics 2'
);
