CREATE TABLE `set_aside_judgements` (
	`review_id` text NOT NULL,
	`element` text NOT NULL,
	`round` integer NOT NULL,
	`step` integer NOT NULL,
	`how_do_we_know` integer,
	`reason` text NOT NULL,
	`source` text,
	`agreed_by` text NOT NULL,
	`agreed_at` text NOT NULL,
	`why` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `element`, `round`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
