using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Scenes;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>A standing as the JSON that the command line and HTTP answer (architecture.md).</summary>
public static class StandingJson
{
    /// <param name="revision">What was posted so far; null: there is no record, and it is left out.</param>
    /// <param name="knownAt">The instant as known at which; null: now.</param>
    /// <param name="book">By which it was reached; null: said around it, or nowhere.</param>
    public static void Write(
        JsonTextWriter json, Standing standing, int? revision = null, string? knownAt = null,
        RuleBook? book = null)
    {
        json.WriteStartObject();
        WriteHead(json, standing, revision, knownAt);
        if (book is not null)
        {
            WriteBasis(json, book.Hash, $"{book.Mode}");
        }

        WriteRest(json, standing);
        json.WriteEndObject();
    }

    /// <summary>Who stands where and on what day: what a record keeps in columns of its own.</summary>
    public static void WriteHead(JsonTextWriter json, Standing standing, int? revision, string? knownAt)
    {
        json.Property("subject", standing.Subject.Id);
        json.Property("kind", standing.Subject.Kind);
        json.Property("regime", standing.Regime);
        json.Property("pack", standing.Pack);
        json.Property("status", standing.Status);
        json.Property("on", standing.On);
        json.Property("knownAt", knownAt);
        if (revision is not null)
        {
            json.WritePropertyName("revision");
            json.WriteValue(revision.Value);
        }
    }

    /// <summary>By which rules and which engines standings were reached.</summary>
    /// <param name="engines">Null: it was not kept.</param>
    public static void WriteBasis(JsonTextWriter json, string? book, string? engines)
    {
        json.Property("book", book);
        json.Property("secondOpinion", engines);
    }

    /// <summary>What is the same on every day until the standing changes.</summary>
    public static void WriteRest(JsonTextWriter json, Standing standing)
    {
        json.Property("points", standing.Points?.Value);
        json.WritePropertyName("measures");
        Measures(json, standing.Measures);
        json.Property("tier", standing.Tier);
        json.Property("tierRule", standing.TierRule);
        json.Property("lockedUntil", standing.LockedUntil);
        json.WritePropertyName("frequency");
        FrequencyJson.Write(json, standing.Frequency);
        json.List("duties", standing.Duties, Duty);
        json.List("steps", standing.Steps, Step);
        json.Property("changesOn", standing.ChangesOn);
        json.List("entries", standing.Entries, Entry);
        json.List("flaws", standing.Flaws, FlawJson.Write);
    }

    private static void Measures(JsonTextWriter json, IReadOnlyList<Measure> measures)
    {
        json.WriteStartObject();
        foreach (var measure in measures)
        {
            json.WritePropertyName(measure.Name);
            json.Any(measure.Value);
        }

        json.WriteEndObject();
    }

    internal static void Entry(JsonTextWriter json, Entry entry)
    {
        json.WriteStartObject();
        EntryMembers(json, entry);
        json.WriteEndObject();
    }

    internal static void EntryMembers(JsonTextWriter json, Entry entry)
    {
        json.Property("id", entry.Id);
        json.Property("event", entry.Happened.Event.Id.ToString());
        json.Property("rule", entry.Rule);
        json.Property("points", entry.Points.Value);
        json.Property("from", entry.From);
        json.Property("lapsesOn", entry.LapsesOn);
        json.Property("citation", entry.Citation);
    }

    internal static void Duty(JsonTextWriter json, Duty duty)
    {
        json.WriteStartObject();
        json.Property("duty", duty.Name);
        json.Property("of", duty.Of);
        json.Property("event", duty.Happened.Event.Id.ToString());
        json.Property("opens", duty.Opens);
        json.Property("due", duty.Due);
        json.Property("state", duty.StateName);
        if (duty.DueUnknown is { } why)
        {
            json.WritePropertyName("flaw");
            FlawJson.Write(json, StandingFlaws.DueUnknown(why));
        }

        json.WriteEndObject();
    }

    internal static void Step(JsonTextWriter json, RunningStep step)
    {
        json.WriteStartObject();
        json.Property("step", step.Step);
        json.Property("since", step.Since);
        json.Property("until", step.Until);
        json.WriteEndObject();
    }
}
