using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>An explanation as JSON: the standing, and under it everything it came of.</summary>
public static class ExplanationJson
{
    /// <param name="knownAt">As known at which; null: now.</param>
    /// <param name="book">By which it was judged; null: the standing does not say.</param>
    public static void Write(
        JsonTextWriter json, Explanation explanation, string? knownAt = null, RuleBook? book = null)
    {
        json.WriteStartObject();
        Title(json, "title", explanation.Title);
        Title(json, "tierTitle", explanation.TierTitle(explanation.Standing.Tier));
        json.WritePropertyName("standing");
        StandingJson.Write(json, explanation.Standing, knownAt: knownAt, book: book);
        json.List("flaws", explanation.Flaws, FlawJson.Write);
        json.List("events", explanation.Events, Event);
        json.List("factors", explanation.Factors, Rule);
        json.List("measures", explanation.Measures, (inner, measure) => Named(
            inner, measure, explanation.MeasureTitle(measure.Key)));
        json.List("rungs", explanation.Rungs, Rule);
        json.List("steps", explanation.Steps, Step);
        json.List("frequency", explanation.Frequency, Rule);
        json.List("duties", explanation.Duties, Duty);
        json.List("repairs", explanation.Repairs, Repair);
        json.WritePropertyName("outlook");
        Outlook(json, explanation);
        json.List("provisions", explanation.Provisions.OrderBy(
            each => each.Key, StringComparer.Ordinal), Provision);
        json.WriteEndObject();
    }

    /// <summary>A name for people; null: there is only the code.</summary>
    private static void Title(JsonTextWriter json, string name, Wording? title)
    {
        json.WritePropertyName(name);
        if (title is not { } said)
        {
            json.WriteNull();
            return;
        }

        json.WriteStartObject();
        json.Property("zh", said.Zh);
        json.Property("en", said.En);
        json.WriteEndObject();
    }

    private static void Step(JsonTextWriter json, StepAccount account)
    {
        json.WriteStartObject();
        json.WritePropertyName("step");
        StandingShape.Step.Write(json, account.Step);
        json.WritePropertyName("rule");
        RuleOrNull(json, account.Rule);
        json.WriteEndObject();
    }

    private static void Duty(JsonTextWriter json, DutyAccount account)
    {
        json.WriteStartObject();
        json.WritePropertyName("duty");
        StandingShape.Duty.Write(json, account.Duty);
        json.WritePropertyName("rule");
        Rule(json, account.Rule);
        if (account.Fulfilled is { } fulfilled)
        {
            json.WritePropertyName("fulfilled");
            Reading(json, fulfilled);
        }

        json.WriteEndObject();
    }

    private static void Repair(JsonTextWriter json, RepairAnswer answer)
    {
        json.WriteStartObject();
        json.Property("request", answer.Request.Event.Id.ToString());
        json.Property("on", answer.Request.From);
        json.Property("meetsConditions", answer.MeetsConditions);
        json.Property("granted", answer.Granted);
        json.Property("decision", answer.Decision?.Event.Id.ToString());
        json.Property("decidedOn", answer.Decision?.From);
        json.List("conditions", answer.Conditions, Condition);
        json.Property("firstAcceptedOn", answer.FirstAcceptedOn);
        Flaw(json, answer.Flaw);
        json.WriteEndObject();
    }

    private static void Condition(JsonTextWriter json, RepairCondition condition)
    {
        json.WriteStartObject();
        json.Property("holds", condition.Account.Answer);
        json.Property("reason", condition.Account.Answer == false ? condition.Reason : null);
        json.WritePropertyName("condition");
        Rule(json, condition.Account);
        json.WriteEndObject();
    }

    /// <summary>What time alone brings, and the entries that must lapse before the tier is better.</summary>
    private static void Outlook(JsonTextWriter json, Explanation explanation)
    {
        var outlook = explanation.Outlook;
        json.WriteStartObject();
        json.WritePropertyName("next");
        Next(json, explanation);
        json.Property("betterTier", outlook.Better?.Tier);
        Title(json, "betterTierTitle", explanation.TierTitle(outlook.Better?.Tier));
        json.Property("betterOn", outlook.Better?.On);
        json.List("waitsFor", outlook.Waiting(explanation.Standing), StandingShape.Entry.Write);
        json.List("turns", outlook.Turns, (inner, turn) =>
        {
            inner.WriteStartObject();
            inner.Property("on", turn.On);
            inner.Property("tier", turn.Tier);
            inner.Property("points", turn.Points?.Value);
            inner.WriteEndObject();
        });
        Flaw(json, outlook.Flaw);
        json.WriteEndObject();
    }

    /// <summary>The next day on which anything differs, and the parts of the standing that do.</summary>
    private static void Next(JsonTextWriter json, Explanation explanation)
    {
        if (explanation.Outlook.Next is not { } next)
        {
            json.WriteNull();
            return;
        }

        json.WriteStartObject();
        json.Property("on", next.On);
        json.List("changes", explanation.Standing.Differences(next), (inner, part) => inner.WriteValue(part));
        json.Property("tier", next.Tier);
        json.Property("points", next.Points?.Value);
        json.WriteEndObject();
    }

    private static void Provision(JsonTextWriter json, KeyValuePair<string, Law.Packs.Provision> cited)
    {
        json.WriteStartObject();
        json.Property("citation", cited.Key);
        json.Property("article", cited.Value.Article);
        json.Property("paragraph", cited.Value.Paragraph);
        json.WriteEndObject();
    }

    private static void Event(JsonTextWriter json, EventAccount account)
    {
        json.WriteStartObject();
        json.Property("event", account.Happening.Event.Id.ToString());
        json.Property("kind", account.Happening.Kind);
        json.Property("from", account.Happening.From);
        json.Property("document", account.Happening.Event.Document);
        json.Property("pack", account.Pack);
        json.List("rules", account.Rules, Rule);
        json.List("entries", account.Entries, Entry);
        json.WriteEndObject();
    }

    /// <summary>An entry that was made, what became of it, and by which article it does not count.</summary>
    private static void Entry(JsonTextWriter json, EntryAccount account)
    {
        json.WriteStartObject();
        StandingShape.Entry.WriteMembers(json, account.Entry);
        json.Property("state", account.StateName);
        json.Property("carriedOver", account.CarriedOver);
        if (account.State != EntryState.Counts)
        {
            json.WritePropertyName("because");
            json.WriteStartObject();
            json.Property("on", account.On);
            json.Property("citation", account.Citation);
            json.Property("entry", account.Absorbing?.Id);
            json.Property("event", account.ClearedBy?.Event.Id.ToString());
            json.Property("rule", account.ClearedUnder);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Flaw(JsonTextWriter json, Flaw? flaw)
    {
        if (flaw is not null)
        {
            json.WritePropertyName("flaw");
            FlawJson.Write(json, flaw);
        }
    }

    private static void RuleOrNull(JsonTextWriter json, RuleAccount? account)
    {
        if (account is null)
        {
            json.WriteNull();
        }
        else
        {
            Rule(json, account);
        }
    }

    private static void Rule(JsonTextWriter json, RuleAccount account)
    {
        json.WriteStartObject();
        json.Property("rule", account.Rule);
        Title(json, "title", account.Title);
        json.Property("citation", account.Citation);
        json.Property("place", account.Place.ToString());
        json.Property("holds", account.Answer);
        if (account.Flaws.Count > 0)
        {
            json.List("flaws", account.Flaws, FlawJson.Write);
        }

        json.List("condition", account.Condition, Reading);
        json.List("results", account.Results, Named);
        json.WriteEndObject();
    }

    private static void Named(JsonTextWriter json, KeyValuePair<string, Reading> named) =>
        Named(json, named, null);

    private static void Named(JsonTextWriter json, KeyValuePair<string, Reading> named, Wording? title)
    {
        json.WriteStartObject();
        json.Property("name", named.Key);
        if (title is not null)
        {
            Title(json, "title", title);
        }

        json.WritePropertyName("reading");
        Reading(json, named.Value);
        json.WriteEndObject();
    }

    private static void Reading(JsonTextWriter json, Reading reading)
    {
        json.WriteStartObject();
        json.Property("text", reading.Text);
        json.Property("evaluated", reading.Evaluated);
        var value = ShownValue.Of(reading.Value);
        json.WritePropertyName("value");
        Value(json, value);
        if (value is ShownList list)
        {
            json.WritePropertyName("count");
            json.WriteValue(list.Count);
        }

        if (reading.Parts.Count > 0)
        {
            json.List("parts", reading.Parts, Reading);
        }

        json.WriteEndObject();
    }

    /// <summary>A list as the array of its first items, a row as an object of its columns.</summary>
    private static void Value(JsonTextWriter json, object? value)
    {
        switch (value)
        {
            case ShownList list:
                json.WriteStartArray();
                foreach (var item in list.First)
                {
                    Value(json, item);
                }

                json.WriteEndArray();
                break;
            case ShownRow row:
                json.WriteStartObject();
                foreach (var (column, cell) in row.Cells)
                {
                    json.WritePropertyName(column);
                    Value(json, cell);
                }

                json.WriteEndObject();
                break;
            default:
                json.Any(value);
                break;
        }
    }
}
