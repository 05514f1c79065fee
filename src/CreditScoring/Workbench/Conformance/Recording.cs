using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Workbench.Conformance;

/// <summary>
/// An expression and what the real engine answered for each input: true, false or error.
/// </summary>
/// <param name="Id">Its name in the recording.</param>
/// <param name="Group">What it tries out.</param>
/// <param name="Text">The expression.</param>
/// <param name="Expected">The outcome by input.</param>
/// <param name="Intended">Inputs for which a difference is meant, with the reason.</param>
public sealed record RecordedExpression(
    string Id, string Group, string Text,
    IReadOnlyDictionary<string, string> Expected, IReadOnlyDictionary<string, string> Intended);

/// <summary>A workflow and what each of its rules came to for each input.</summary>
/// <param name="Expected">By input, then by rule, nested ones included; the rule "*" is all of them.</param>
public sealed record RecordedWorkflow(
    string Id, string Group, JsonPiece Workflow,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Expected,
    IReadOnlyDictionary<string, string> Intended);

/// <summary>
/// Outcomes recorded from Microsoft RulesEngine. Its inputs have instants and whole numbers, so the
/// language is bound to those here.
/// </summary>
public sealed class Recording
{
    private Recording(string engine, Scope scope, IReadOnlyList<RecordedScene> inputs)
    {
        Engine = engine;
        Scope = scope;
        Inputs = inputs;
    }

    /// <summary>Which engine, in which version.</summary>
    public string Engine { get; }

    public Scope Scope { get; }

    public IReadOnlyList<RecordedScene> Inputs { get; }

    public IReadOnlyList<RecordedExpression> Expressions { get; private init; } = [];

    public IReadOnlyList<RecordedWorkflow> Workflows { get; private init; } = [];

    /// <param name="flaw">What is wrong with the document; null: nothing.</param>
    /// <returns>Null: it has not the form of a recording.</returns>
    public static Recording? Of(JsonPiece document, out Flaw? flaw)
    {
        flaw = RecordingForm.FlawOf(document);
        return flaw is null ? Of(document) : null;
    }

    private static Recording Of(JsonPiece document)
    {
        var (types, inputs, expressions) = (
            document["types"]!, document["inputs"]!, document["expressions"]!);
        var scope = new Scope(typeof(RecordedScene)) { ReadsTextAsNumbers = true };
        var variables = new List<(string Name, RuleType Type)>();
        foreach (var declared in types.Properties)
        {
            var place = variables.Count;
            var type = RecordedTypes.TypeOf(declared.Name, declared.Value);
            variables.Add((declared.Name, type));
            scope = scope.With(new Variable(
                declared.Name, type, scene => RecordedShape.Read(scene, place, type)));
        }

        return new Recording(
            document["engine"]?.Text ?? "", scope,
            [.. inputs.Items.Select(input => Scene(input, variables))])
        {
            Expressions = [.. expressions.Items.Select(One)],
            Workflows = [.. (document["workflows"]?.Items ?? []).Select(OneWorkflow)],
        };
    }

    private static RecordedScene Scene(
        JsonPiece input, IEnumerable<(string Name, RuleType Type)> variables) =>
        new(input["name"]!.Text!, [.. variables.Select(
            each => RecordedTypes.ValueOf(input[each.Name], each.Type))]);

    private static RecordedExpression One(JsonPiece written) => new(
        written["id"]!.Text!, written["group"]!.Text!, written["expression"]!.Text!,
        ByInput(written["expected"]), ByInput(written["differenceInputs"]));

    private static RecordedWorkflow OneWorkflow(JsonPiece written) => new(
        written["id"]!.Text!, written["group"]!.Text!, written["workflow"]!,
        written["expected"]!.Properties.ToDictionary(
            each => each.Name, IReadOnlyDictionary<string, string> (each) => ByInput(each.Value)),
        ByInput(written["differenceInputs"]));

    private static Dictionary<string, string> ByInput(JsonPiece? written) =>
        (written?.Properties ?? []).ToDictionary(
            each => each.Name,
            each => each.Value.Boolean switch
            {
                true => "true",
                false => "false",
                _ => each.Value.Text!,
            });
}
