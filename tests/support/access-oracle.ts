/**
 * Who may do what, a second time and in another way: sentences over facts, each with its rule beneath. It shares
 * nothing with access/may.ts, is slow, and answers the same questions.
 */
import { chain, readRules, type Fact } from './chained-facts.ts';

/**
 * Facts: person(P) · real(P) for one who is not of the example world · exploring(V) for a visitor while nobody has an
 * account · machine(M) · role(P, O, role, standing) · duty(P, R, duty, standing) · organisation(O) · host(O) ·
 * installation(I) · review(R) · run-by(R, O) · under-review(R, O) · example(R) · shared(R) · issued(R) or draft(R) ·
 * withdrawn(R) or standing(R) · record(X) · part-of(X, R) · given(X, P) · survey-of(C, R) and taken(C) for a survey whose
 * link somebody holds, while its answers are taken · room-of(W, R) and open-room(W) for a workshop whose code somebody has ·
 * entry(E) of-organisation(E, O) or shipped(E), published(E), sent(E) once an editor may look at it · topic(T), opened-by(T, P) ·
 * talk(K), between(K, O) · in-example(X) or in-earnest(X) for what the two worlds share · gone(X) or lasting(X) for what is withdrawn or not ·
 * invented(P) for one of the example world · somebody(P) for whoever it is, signed in or not.
 */
export const sentences = readRules(`
	# Confirmed memberships only count, and a duty only for somebody who belongs somewhere.
	belongs(P) <- role(P, _, _, confirmed)
	has(P, R, D) <- duty(P, R, D, confirmed), belongs(P)
	# What somebody is in the organisation that carries the review out.
	works(P, R, W) <- run-by(R, O), role(P, O, W, confirmed)
	# A review is led by who has that duty, by the partnership's lead, and by the body's lead inspectors.
	leads(P, R) <- has(P, R, lead)
	leads(P, R) <- works(P, R, partnership-lead)
	leads(P, R) <- works(P, R, lead-inspector)

	# The example can be looked round by a visitor while nobody has an account, and by real people with a role of
	# their own, but for members of the Community of Practice, who see releases and shared practice only.
	looks-round(V, R) <- example(R), exploring(V)
	looks-round(P, R) <- example(R), real(P), role(P, _, administrator, confirmed)
	looks-round(P, R) <- example(R), real(P), role(P, _, partnership-lead, confirmed)
	looks-round(P, R) <- example(R), real(P), role(P, _, contributor, confirmed)
	looks-round(P, R) <- example(R), real(P), role(P, _, viewer, confirmed)
	looks-round(P, R) <- example(R), real(P), role(P, _, lead-inspector, confirmed)
	looks-round(P, R) <- example(R), real(P), role(P, _, inspector, confirmed)

	# A thematic review is invisible to the partnership under review until its lead shares a draft, or it is issued.
	open-to-reviewed(R) <- shared(R)
	open-to-reviewed(R) <- issued(R)
	reviewed(P, R) <- under-review(R, O), open-to-reviewed(R), role(P, O, partnership-lead, confirmed)
	reviewed(P, R) <- under-review(R, O), open-to-reviewed(R), role(P, O, contributor, confirmed)
	reviewed(P, R) <- under-review(R, O), open-to-reviewed(R), role(P, O, viewer, confirmed)

	# What is withdrawn is there for those only who lead it.
	anybody(P) <- person(P)
	anybody(V) <- exploring(V)
	there(P, R) <- standing(R), anybody(P)
	there(P, R) <- withdrawn(R), leads(P, R)
	# What is issued or withdrawn is changed by nobody.
	changing(R) <- draft(R), standing(R)

	# Those who take part, in what they take part.
	inside(P, R) <- leads(P, R)
	inside(P, R) <- has(P, R, judge)
	inside(P, R) <- has(P, R, observer)
	inside(P, R) <- works(P, R, contributor)
	inside(P, R) <- works(P, R, viewer)
	inside(P, R) <- looks-round(P, R)
	may(P, see-review, R) <- inside(P, R), there(P, R)
	may(P, see-review, R) <- reviewed(P, R), there(P, R)
	may(P, see-plan, R) <- inside(P, R), there(P, R)

	# Records are for those who lead, judge and contribute; never for observers, viewers and the partnership under review.
	reads-records(P, R) <- leads(P, R), there(P, R)
	reads-records(P, R) <- has(P, R, judge), there(P, R)
	reads-records(P, R) <- works(P, R, contributor), there(P, R)
	reads-records(P, R) <- looks-round(P, R), there(P, R)
	may(P, see-records, R) <- reads-records(P, R)
	# A file reader sees only the records given to them.
	may(P, see-record, X) <- part-of(X, R), given(X, P), has(P, R, file-reader), there(P, R)
	may(P, see-given-records, R) <- has(P, R, file-reader), there(P, R)
	may(P, see-given-records, R) <- has(P, R, lead), there(P, R)
	may(P, see-given-records, R) <- works(P, R, lead-inspector), there(P, R)
	# Staff comments are seen by judges only, and in the example by whoever looks round.
	may(P, see-staff-comments, R) <- has(P, R, judge), there(P, R)
	may(P, see-staff-comments, R) <- looks-round(P, R), there(P, R)
	# Who did what: for all who take part, but for viewers.
	may(P, see-history, R) <- reads-records(P, R)
	may(P, see-history, R) <- has(P, R, observer), there(P, R)

	# Leading is planning, choosing the team, giving records, taking in answers, sharing, issuing and withdrawing.
	may(P, open-plan, R) <- leads(P, R)
	may(P, withdraw-review, R) <- leads(P, R)
	may(P, edit-plan, R) <- leads(P, R), changing(R)
	may(P, choose-team, R) <- leads(P, R), changing(R)
	may(P, give-records, R) <- leads(P, R), changing(R)
	may(P, take-in-answers, R) <- leads(P, R), changing(R)
	may(P, arrange-evidence, R) <- leads(P, R), changing(R)
	may(P, share-draft, R) <- leads(P, R), changing(R)
	may(P, issue-review, R) <- leads(P, R), changing(R)
	# Conclusions are written by those who lead, by judges and by contributors.
	concludes(P, R) <- leads(P, R)
	concludes(P, R) <- has(P, R, judge), there(P, R)
	concludes(P, R) <- works(P, R, contributor), there(P, R)
	may(P, open-conclusions, R) <- concludes(P, R)
	may(P, write-conclusions, R) <- concludes(P, R), changing(R)
	# So is evidence gathered: notes, passages, figures, attachments, involvement.
	may(P, open-evidence, R) <- concludes(P, R)
	may(P, gather-evidence, R) <- concludes(P, R), changing(R)
	# A record is read by the file reader whom it was given to; where two readings differ, by who leads or judges.
	may(P, read-record, X) <- part-of(X, R), given(X, P), has(P, R, file-reader), there(P, R), changing(R)
	may(P, adjudicate, R) <- leads(P, R), changing(R)
	may(P, adjudicate, R) <- has(P, R, judge), there(P, R), changing(R)

	# So is one's own judgement given. What is agreed is agreed by who leads and by judges.
	may(P, give-judgement, R) <- concludes(P, R), changing(R)
	may(P, hold-workshop, R) <- concludes(P, R), changing(R)
	agrees(P, R) <- leads(P, R)
	agrees(P, R) <- has(P, R, judge), there(P, R)
	may(P, agree-judgement, R) <- agrees(P, R), changing(R)
	may(P, answer-accuracy, R) <- agrees(P, R), changing(R)
	may(P, see-moderation, R) <- concludes(P, R)
	may(P, see-moderation, R) <- looks-round(P, R), there(P, R)
	may(P, move-stage, R) <- leads(P, R), changing(R)
	may(P, assign-sections, R) <- leads(P, R), changing(R)

	# Those who work on a review speak to one another; who looks round reads it, the partnership under review does not.
	within(P, R) <- leads(P, R)
	within(P, R) <- has(P, R, judge)
	within(P, R) <- has(P, R, observer)
	within(P, R) <- works(P, R, contributor)
	within(P, R) <- works(P, R, viewer)
	may(P, see-comments, R) <- within(P, R), there(P, R)
	may(P, see-comments, R) <- looks-round(P, R), there(P, R)
	may(P, comment, R) <- within(P, R), there(P, R), changing(R)

	# The partnership under review checks the facts of a draft, by those who lead or contribute there.
	checks(P, R) <- under-review(R, O), open-to-reviewed(R), role(P, O, partnership-lead, confirmed)
	checks(P, R) <- under-review(R, O), open-to-reviewed(R), role(P, O, contributor, confirmed)
	may(P, check-accuracy, R) <- checks(P, R), there(P, R), changing(R)
	may(P, see-accuracy, R) <- checks(P, R), there(P, R)
	may(P, see-accuracy, R) <- agrees(P, R)
	may(P, see-accuracy, R) <- looks-round(P, R), there(P, R)
	# Actions are worked on by them and by who concludes, after the review is issued too, but not when it is withdrawn.
	may(P, work-on-actions, R) <- checks(P, R), standing(R)
	may(P, work-on-actions, R) <- concludes(P, R), standing(R)

	# In a workshop rates whoever has its code, whoever they are, while it is open and its review changes.
	may(P, rate-in-workshop, W) <- room-of(W, R), open-room(W), changing(R), somebody(P)

	# A survey is answered by whoever holds its link, whoever they are, while answers are taken and its review changes.
	may(P, answer-survey, C) <- survey-of(C, R), taken(C), changing(R), somebody(P)

	# A review is begun by partnership leads and lead inspectors, for their own organisation.
	may(P, start-review, O) <- role(P, O, partnership-lead, confirmed), organisation(O)
	may(P, start-review, O) <- role(P, O, lead-inspector, confirmed), organisation(O)
	may(P, start-review, I) <- installation(I), role(P, _, partnership-lead, confirmed)
	may(P, start-review, I) <- installation(I), role(P, _, lead-inspector, confirmed)
	# Administrators look after their organisation; those of the host after every one and the installation.
	looks-after(P, O) <- role(P, O, administrator, confirmed), organisation(O)
	looks-after(P, O) <- host(H), role(P, H, administrator, confirmed), organisation(O)
	looks-after(P, I) <- installation(I), role(P, _, administrator, confirmed)
	may(P, see-people, X) <- looks-after(P, X)
	may(P, choose-people, X) <- looks-after(P, X)
	may(P, see-trail, X) <- looks-after(P, X)
	may(P, see-administration, X) <- looks-after(P, X)
	may(P, look-after-installation, I) <- installation(I), host(H), role(P, H, administrator, confirmed)
	may(P, look-after-installation, O) <- organisation(O), host(H), role(P, H, administrator, confirmed)
	# Everybody looks after their own account, and has a list of reviews, empty or not.
	may(P, look-after-account, P) <- person(P)
	may(P, see-own-reviews, I) <- installation(I), anybody(P)
	# Releases and shared practice are for whoever belongs somewhere, and for a visitor who looks round the example.
	may(P, see-releases, I) <- installation(I), belongs(P)
	may(V, see-releases, I) <- installation(I), exploring(V)
	may(P, see-practice, I) <- installation(I), belongs(P)
	may(V, see-practice, I) <- installation(I), exploring(V)
	may(P, join-in, I) <- installation(I), belongs(P)
	may(P, use-feed, I) <- installation(I), belongs(P)
	# The host's administrators make releases; they and editors look at what is shared before others do.
	may(P, make-releases, I) <- installation(I), host(H), role(P, H, administrator, confirmed)
	may(P, make-releases, O) <- organisation(O), host(H), role(P, H, administrator, confirmed)
	edits(P) <- role(P, _, editor, confirmed)
	edits(P) <- host(H), role(P, H, administrator, confirmed)
	may(P, edit-practice, I) <- installation(I), edits(P)

	# What an issued review shares is chosen by those who lead the partnership that it is of.
	may(P, see-sharing, R) <- works(P, R, partnership-lead), there(P, R)
	may(P, see-sharing, R) <- works(P, R, contributor), there(P, R)
	may(P, see-sharing, R) <- works(P, R, viewer), there(P, R)
	may(P, see-sharing, R) <- reviewed(P, R), there(P, R)
	may(P, consent-to-share, R) <- works(P, R, partnership-lead), standing(R)
	may(P, consent-to-share, R) <- under-review(R, O), open-to-reviewed(R), role(P, O, partnership-lead, confirmed), standing(R)
	may(P, keep-self-check, R) <- concludes(P, R), there(P, R), changing(R)

	# The example world and the real one share nothing with each other, but for what came with Cairn itself.
	in-world(P, X) <- in-example(X), invented(P), belongs(P)
	in-world(P, X) <- in-earnest(X), real(P), belongs(P)
	in-world(V, X) <- in-example(X), exploring(V)
	in-world(P, E) <- shipped(E), belongs(P)
	in-world(V, E) <- shipped(E), exploring(V)
	# Written for an organisation by all of its people but administrators and viewers.
	writes-for(P, O) <- role(P, O, partnership-lead, confirmed)
	writes-for(P, O) <- role(P, O, contributor, confirmed)
	writes-for(P, O) <- role(P, O, community-member, confirmed)
	writes-for(P, O) <- role(P, O, lead-inspector, confirmed)
	writes-for(P, O) <- role(P, O, inspector, confirmed)
	writes-for(P, O) <- role(P, O, editor, confirmed)
	may(P, see-entry, E) <- entry(E), in-world(P, E), published(E), lasting(E)
	may(P, see-entry, E) <- entry(E), in-world(P, E), of-organisation(E, O), writes-for(P, O)
	may(P, see-entry, E) <- entry(E), of-organisation(E, _), in-world(P, E), sent(E), edits(P)
	may(P, change-entry, E) <- entry(E), in-world(P, E), of-organisation(E, O), writes-for(P, O)
	may(P, review-entry, E) <- entry(E), of-organisation(E, _), in-world(P, E), sent(E), edits(P)
	may(P, see-topic, T) <- topic(T), in-world(P, T), lasting(T)
	may(P, see-topic, T) <- topic(T), in-world(P, T), edits(P)
	may(P, close-topic, T) <- topic(T), in-world(P, T), opened-by(T, P)
	may(P, close-topic, T) <- topic(T), in-world(P, T), edits(P)
	# A conversation is read and carried on by those who write for one of the two.
	may(P, see-conversation, K) <- talk(K), in-world(P, K), between(K, O), writes-for(P, O)

	# A record is part of its review: what may be done with the one may be done with the other.
	may(P, see-record, R) <- reads-records(P, R)
	may(P, A, X) <- part-of(X, R), may(P, A, R)
`);

export type Oracle = (actor: string, action: string, resource: string) => boolean;

/** Answers from facts; whoever runs the machine may do everything. */
export function askOracle(facts: readonly Fact[], rules = sentences): Oracle {
	const known = chain(rules, facts);
	return (actor, action, resource) =>
		known.has(`machine ${actor}`) || known.has(`may ${actor} ${action} ${resource}`);
}
