using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Contract;

/// <summary>What an endpoint is for, in the words of the contract.</summary>
/// <param name="More">What else is to be known; null: nothing.</param>
public sealed record Purpose(Wording Summary, Wording? More);

/// <summary>What an endpoint takes as a body.</summary>
/// <param name="MediaTypes">The first is the usual one.</param>
/// <param name="Schema">Of the first, as JSON; what it names as parts is under <c>$defs</c>.</param>
/// <param name="Example">One that the service takes.</param>
public sealed record TakenBody(IReadOnlyList<string> MediaTypes, string Schema, string Example)
{
    /// <summary>
    /// What bodies of other media types than the first are; one that is not in it is as the first.
    /// </summary>
    public IReadOnlyList<TakenForm> Forms { get; init; } = [];

    /// <summary>
    /// Whoever only says that something be done sends an empty object, or nothing, as JSON.
    /// </summary>
    public static readonly TakenBody Nothing = new(["application/json"], """{"type":"object"}""", "{}");

    /// <summary>One JSON object that has no other members than these.</summary>
    public static TakenBody Object(
        string example, IEnumerable<string> required, params IEnumerable<JProperty> members) => new(
        ["application/json"],
        new JObject
        {
            ["type"] = "object", ["required"] = new JArray(required), ["additionalProperties"] = false,
            ["properties"] = new JObject(members),
        }.ToString(), example);

    /// <summary>A member of it.</summary>
    /// <param name="type">As JSON Schema names it.</param>
    /// <param name="format">Likewise; null: any.</param>
    public static JProperty Member(string name, string says, string type = "string", string? format = null)
    {
        var schema = new JObject { ["type"] = type, ["description"] = says };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return new JProperty(name, schema);
    }
}

/// <summary>
/// What an endpoint takes as a body, said when the contract is first asked for: a start need not wait for it.
/// </summary>
public sealed record TakenLater(Lazy<TakenBody> Body);

/// <summary>A body of a media type of its own.</summary>
/// <param name="Schema">JSON Schema; what it refers to is in the components.</param>
/// <param name="Example">One that is taken, as JSON.</param>
public sealed record TakenForm(string MediaType, string Schema, string Example);

/// <summary>What an endpoint answers that is no JSON.</summary>
/// <param name="MediaTypes">Beside JSON, where it declares that as well.</param>
public sealed record TextAnswers(params IReadOnlyList<string> MediaTypes);

/// <summary>Statuses that an endpoint answers beside those that follow from its label.</summary>
public sealed record MoreStatuses(params IReadOnlyList<int> Statuses);

/// <summary>An example of a parameter where that of the catalogue does not fit.</summary>
/// <param name="Required">Whether it must be given, though it is in the query.</param>
public sealed record ParameterExample(string Name, string Example, bool Required);

/// <summary>Puts the words of the contract on endpoints.</summary>
internal static class ContractLabels
{
    public static RouteHandlerBuilder Says(
        this RouteHandlerBuilder endpoint, string zh, string en, string? moreZh = null,
        string? moreEn = null) =>
        endpoint.WithMetadata(new Purpose(
            new Wording(zh, en), moreZh is null ? null : new Wording(moreZh, moreEn!)));

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, JsonShape<T> shape) =>
        endpoint.WithMetadata(new AnswerShape<T>(shape));

    public static RouteHandlerBuilder AnswersList<T>(
        this RouteHandlerBuilder endpoint, string name, JsonShape<T> item,
        params IReadOnlyList<JsonMember<Page<T>>> more) =>
        endpoint.WithMetadata(new ListAnswerShape<T>(Pages.Of(name, item, more), item));

    public static RouteHandlerBuilder AnswersText(
        this RouteHandlerBuilder endpoint, params string[] mediaTypes) =>
        endpoint.WithMetadata(new TextAnswers(mediaTypes));

    public static RouteHandlerBuilder AlsoAnswers(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        endpoint.WithMetadata(new MoreStatuses(statuses));

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, TakenBody body) =>
        endpoint.WithMetadata(body);

    /// <param name="body">Asked once, with the contract.</param>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, Func<TakenBody> body) =>
        endpoint.WithMetadata(new TakenLater(new Lazy<TakenBody>(body)));

    public static RouteHandlerBuilder Example(
        this RouteHandlerBuilder endpoint, string name, string example, bool required = false) =>
        endpoint.WithMetadata(new ParameterExample(name, example, required));
}
