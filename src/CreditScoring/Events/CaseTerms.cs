using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>
/// What a worked example says once for all its events, so that they may leave it out.
/// </summary>
/// <param name="Subject">
/// The subject of an event that names none; null: every event names its own.
/// </param>
public sealed record CaseTerms(Subject? Subject);
