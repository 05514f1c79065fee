using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using CreditScoring.Workbench.Conformance;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json;
using RulesEngine.Models;
using Workflow = RulesEngine.Models.Workflow;

namespace CreditScoring.SecondOpinion;

/// <summary>What the package answers here and now to what a recording has asked it.</summary>
/// <param name="Id">Of the recorded expression or workflow.</param>
/// <param name="Rule">Of a workflow; null: an expression.</param>
/// <param name="Recorded">true, false or error.</param>
/// <param name="Live">The same of the package.</param>
/// <param name="Ours">The same of ours; null: a rule of a workflow.</param>
public sealed record LiveAnswer(
    string Id, string Input, string? Rule, string Recorded, string Live, string? Ours)
{
    /// <summary>Why ours is meant to differ; null: it is not.</summary>
    public string? Reason { get; init; }

    public bool IsAsRecorded => Recorded == Live;

    /// <summary>
    /// Texts compare there by the culture of the machine that recorded; here there is none.
    /// </summary>
    public bool IsByCulture => !IsAsRecorded && Reason == "culture";

    /// <summary>The package answers otherwise than was recorded of it.</summary>
    public bool ContradictsRecording => !IsAsRecorded && !IsByCulture;

    /// <summary>Ours has a value, the package another one, and that is not meant.</summary>
    public bool ContradictsOurs => Ours is not null and not "error" && Live != "error" && Ours != Live
        && Reason is null or "culture";

    /// <summary>The package, the recording and ours do not go together.</summary>
    public bool Contradicts => ContradictsRecording || ContradictsOurs;
}

/// <summary>
/// Asks the package again what a recording has asked it. A file of recordings is a text like any other:
/// what our own binder refuses, or finds too dear, never reaches the package.
/// </summary>
public sealed class LiveRecording
{
    private const string Error = "error";

    /// <summary>Steps of ours beyond which the package, which counts none, is not asked.</summary>
    private const long Steps = 100_000;

    private readonly Recording recording;
    private readonly Dictionary<string, RuleParameter[]> inputs;
    private readonly Dictionary<string, JToken> workflows;

    /// <param name="document">What the recording was read of: the package is asked the same.</param>
    public LiveRecording(Recording recording, JsonPiece document)
    {
        this.recording = recording;
        var types = new RecordedTypes();
        var parameters = document["types"]!.Properties
            .Select(each => (each.Name, Type: types.Of(Token(each.Value)))).ToArray();
        inputs = document["inputs"]!.Items.ToDictionary(
            input => input["name"]!.Text!,
            input => parameters.Select(each => Given(each.Name, each.Type, input[each.Name])).ToArray());
        workflows = (document["workflows"]?.Items ?? [])
            .ToDictionary(each => each["id"]!.Text!, each => Token(each["workflow"]!));
    }

    /// <summary>Recorded items that were not asked: ours refuses them.</summary>
    public int NotAsked { get; private set; }

    /// <summary>One answer an item, input and rule, in the order recorded.</summary>
    public IReadOnlyList<LiveAnswer> Answers() =>
        [.. recording.Expressions.SelectMany(Of), .. recording.Workflows.SelectMany(Of)];

    private IEnumerable<LiveAnswer> Of(RecordedExpression one)
    {
        var text = RuleText.Bare(one.Text, one.Id);
        if (RuleCompiler.Compile<bool>(text, recording.Scope, []) is not { } formula)
        {
            NotAsked++;
            yield break;
        }

        var engine = Engine(new Workflow
        {
            WorkflowName = one.Id, Rules = [new Rule { RuleName = one.Id, Expression = one.Text }],
        });
        foreach (var input in recording.Inputs)
        {
            if (Ours(formula, input) is { } ours)
            {
                var live = Run(engine, one.Id, input.Name).GetValueOrDefault(one.Id, Error);
                yield return new LiveAnswer(one.Id, input.Name, null, one.Expected[input.Name], live, ours)
                {
                    Reason = one.Intended.GetValueOrDefault(input.Name),
                };
            }
        }
    }

    private IEnumerable<LiveAnswer> Of(RecordedWorkflow one)
    {
        var accepted = Conformity.Accepted(recording, one);
        if (accepted is null || !recording.Inputs.All(accepted.IsAffordable))
        {
            NotAsked++;
            yield break;
        }

        // The package appends what is injected to its own object: another one each time.
        foreach (var input in recording.Inputs)
        {
            var workflow = JsonConvert.DeserializeObject<Workflow>(workflows[one.Id].ToString())!;
            var live = Run(Engine(workflow), workflow.WorkflowName, input.Name);
            foreach (var (rule, recorded) in one.Expected[input.Name])
            {
                yield return new LiveAnswer(
                    one.Id, input.Name, rule, recorded,
                    live.GetValueOrDefault(rule) ?? live.GetValueOrDefault("*", Error), null)
                {
                    Reason = one.Intended.GetValueOrDefault(input.Name),
                };
            }
        }
    }

    /// <summary>By rule, nested ones included; the rule "*" is all of them.</summary>
    private Dictionary<string, string> Run(RulesEngine.RulesEngine? engine, string workflow, string input)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var running = engine?.ExecuteAllRulesAsync(workflow, inputs[input]).AsTask();
            foreach (var result in running?.GetAwaiter().GetResult() ?? [])
            {
                Add(result);
            }
        }
        catch (Exception refused) when (
            refused is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            answers.Clear();
            answers["*"] = Error;
        }

        return answers;

        void Add(RuleResultTree result)
        {
            answers[result.Rule.RuleName] = !string.IsNullOrEmpty(result.ExceptionMessage) ? Error
                : result.IsSuccess ? "true" : "false";
            foreach (var child in result.ChildResults ?? [])
            {
                Add(child);
            }
        }
    }

    /// <returns>Null: it is too dear to ask the package.</returns>
    private static string? Ours(Formula<bool> formula, RecordedScene input)
    {
        input.StepsLeft = Steps;
        try
        {
            return formula.Evaluate(input) ? "true" : "false";
        }
        catch (CannotBeJudged why)
        {
            return why.IsOverBudget ? null : Error;
        }
    }

    /// <summary>As it is mostly used; null: it does not load the workflow.</summary>
    private static RulesEngine.RulesEngine? Engine(Workflow workflow)
    {
        try
        {
            return new RulesEngine.RulesEngine(
                [workflow],
                new ReSettings { EnableFormattedErrorMessage = false, AutoExecuteActions = false });
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static RuleParameter Given(string name, Type type, JsonPiece? value) =>
        TypedParameter.Of(name, type, value is null or { IsNull: true } ? null : Token(value).ToObject(type));

    /// <summary>
    /// A number with an exponent is a binary one, meant to the last of its digits.
    /// </summary>
    private static JToken Token(JsonPiece piece) => piece.Kind switch
    {
        JsonKind.Object => new JObject(
            piece.Properties.Select(each => new JProperty(each.Name, Token(each.Value)))),
        JsonKind.List => new JArray(piece.Items.Select(Token)),
        JsonKind.Number => new JValue(
            CreditScoring.Workbench.Conformance.RecordedTypes.Exact(piece) ?? piece.Number),
        _ => new JValue(piece.Value),
    };
}
