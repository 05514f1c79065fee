using CreditScoring.Documents;
using CreditScoring.Law.Expressions;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>An explanation as JSON: the standing, and under it everything it came of.</summary>
public static class ExplanationJson
{
    /// <param name="knownAt">As known at which; null: now.</param>
    public static void Write(JsonTextWriter json, Explanation explanation, string? knownAt = null)
    {
        json.WriteStartObject();
        json.WritePropertyName("title");
        json.WriteStartObject();
        json.Property("zh", explanation.Title.Zh);
        json.Property("en", explanation.Title.En);
        json.WriteEndObject();
        json.WritePropertyName("standing");
        StandingJson.Write(json, explanation.Standing, knownAt: knownAt);
        json.List("flaws", explanation.Flaws, FlawJson.Write);
        json.List("events", explanation.Events, Event);
        json.List("factors", explanation.Factors, Rule);
        json.List("measures", explanation.Measures, Named);
        json.List("rungs", explanation.Rungs, Rule);
        json.List("steps", explanation.Steps, Step);
        json.List("frequency", explanation.Frequency, Rule);
        json.List("duties", explanation.Duties, Duty);
        json.List("repairs", explanation.Repairs, Repair);
        json.WritePropertyName("outlook");
        Outlook(json, explanation);
        json.List("provisions", explanation.Provisions.OrderBy(each => each.Key, StringComparer.Ordinal), Provision);
        json.WriteEndObject();
    }

    private static void Step(JsonTextWriter json, StepAccount account)
    {
        json.WriteStartObject();
        json.WritePropertyName("step");
        StandingJson.Step(json, account.Step);
        json.WritePropertyName("rule");
        RuleOrNull(json, account.Rule);
        json.WriteEndObject();
    }

    private static void Duty(JsonTextWriter json, DutyAccount account)
    {
        json.WriteStartObject();
        json.WritePropertyName("duty");
        StandingJson.Duty(json, account.Duty);
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
        json.Property("betterTier", outlook.Better?.Tier);
        json.Property("betterOn", outlook.Better?.On);
        json.List("waitsFor", outlook.Waiting(explanation.Standing), StandingJson.Entry);
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
        json.List("entries", account.Entries, StandingJson.Entry);
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

    private static void Named(JsonTextWriter json, KeyValuePair<string, Reading> named)
    {
        json.WriteStartObject();
        json.Property("name", named.Key);
        json.WritePropertyName("reading");
        Reading(json, named.Value);
        json.WriteEndObject();
    }

    private static void Reading(JsonTextWriter json, Reading reading)
    {
        json.WriteStartObject();
        json.Property("text", reading.Text);
        json.Property("evaluated", reading.Evaluated);
        json.WritePropertyName("value");
        Value(json, reading.Value);
        if (reading.Parts.Count > 0)
        {
            json.List("parts", reading.Parts, Reading);
        }

        json.WriteEndObject();
    }

    /// <summary>Records and lists are named by what they are; simple values stand for themselves.</summary>
    private static void Value(JsonTextWriter json, object? value)
    {
        if (value is null or string or bool or decimal or int or long or DateOnly)
        {
            json.Any(value);
        }
        else
        {
            json.WriteValue(value is System.Collections.ICollection many ? $"{many.Count}" : value.ToString());
        }
    }
}
