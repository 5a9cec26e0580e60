CREATE TABLE `dropped_drafts` (
	`review_id` text NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `key`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `narrative_versions` (
	`review_id` text NOT NULL,
	`element` text NOT NULL,
	`part` text NOT NULL,
	`version` integer NOT NULL,
	`paragraphs` text NOT NULL,
	`document` text,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `element`, `part`, `version`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `phrase_links` (
	`review_id` text NOT NULL,
	`text` text NOT NULL,
	`phrase` text NOT NULL,
	`nth` integer NOT NULL,
	`source` text NOT NULL,
	`question` text NOT NULL,
	`said` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `text`, `phrase`, `nth`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `actions` (
	`review_id` text NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`recommendation` integer,
	`element` text,
	`elements` text NOT NULL,
	`owner` text DEFAULT '' NOT NULL,
	`owner_person` text,
	`due_day` text,
	`measure` text DEFAULT '' NOT NULL,
	`source` text,
	`question` text,
	`figure` text,
	`target` text,
	`status` text DEFAULT 'not-started' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`attachment` text,
	`carried_from` text,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `slug`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tests_of_change` (
	`review_id` text NOT NULL,
	`action` text NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`plan` text NOT NULL,
	`do_text` text DEFAULT '' NOT NULL,
	`study` text DEFAULT '' NOT NULL,
	`act` text DEFAULT '' NOT NULL,
	`from_day` text,
	`to_day` text,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `action`, `slug`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `own_judgements` (
	`review_id` text NOT NULL,
	`element` text NOT NULL,
	`person_id` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`step` integer NOT NULL,
	`how_do_we_know` integer,
	`reason` text NOT NULL,
	`perspective` text,
	`basis` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `element`, `person_id`, `round`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `own_perspectives` (
	`review_id` text NOT NULL,
	`person_id` text NOT NULL,
	`perspective` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `person_id`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `readiness` (
	`review_id` text NOT NULL,
	`element` text NOT NULL,
	`how_well` integer,
	`words` text DEFAULT '' NOT NULL,
	`how_do_we_know` integer,
	`statement` text DEFAULT '' NOT NULL,
	`target` integer,
	`target_day` text,
	`what_now` text DEFAULT '' NOT NULL,
	`to_confirm` integer DEFAULT false NOT NULL,
	`agreed` text,
	`basis` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `element`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `workshop_ratings` (
	`workshop_id` text NOT NULL,
	`element` text NOT NULL,
	`participant` text NOT NULL,
	`perspective` text,
	`step` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`workshop_id`, `element`, `participant`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `workshops` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`join_code` text,
	`element` text,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshops_join_code_unique` ON `workshops` (`join_code`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`section` text NOT NULL,
	`person_id` text NOT NULL,
	`due_day` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`kind` text DEFAULT 'comment' NOT NULL,
	`about` text NOT NULL,
	`text` text NOT NULL,
	`mentions` text NOT NULL,
	`answer` text,
	`answer_text` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_at` text,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `stage_moves` (
	`review_id` text NOT NULL,
	`position` integer NOT NULL,
	`from_stage` text NOT NULL,
	`to_stage` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `position`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `visits` (
	`review_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seen_event` integer NOT NULL,
	`seen_at` text NOT NULL,
	`now_event` integer NOT NULL,
	`now_at` text NOT NULL,
	PRIMARY KEY(`review_id`, `person_id`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `judgements` ADD `round` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `judgements` ADD `basis` text;--> statement-breakpoint
ALTER TABLE `judgements` ADD `set_aside_at` text;--> statement-breakpoint
ALTER TABLE `links` ADD `attachment` text;--> statement-breakpoint
ALTER TABLE `links` ADD `record` text;--> statement-breakpoint
ALTER TABLE `links` ADD `figure` text;--> statement-breakpoint
ALTER TABLE `narratives` ADD `document` text;--> statement-breakpoint
ALTER TABLE `recommendations` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `to_confirm` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `stage` text DEFAULT 'planning' NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `carried_from` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `independent` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `reviews` SET `stage` = CASE
	WHEN `issued_at` IS NOT NULL THEN 'issued'
	WHEN EXISTS (SELECT 1 FROM `findings` WHERE `findings`.`review_id` = `reviews`.`id`) THEN 'judging'
	WHEN EXISTS (SELECT 1 FROM `sources` WHERE `sources`.`review_id` = `reviews`.`id`) THEN 'gathering'
	ELSE 'planning' END;
