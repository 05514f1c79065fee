using CreditScoring.Events;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using Newtonsoft.Json;
using RulesEngine.Models;
using Workflow = RulesEngine.Models.Workflow;

namespace CreditScoring.SecondOpinion;

/// <summary>The workflow files of one pack by role, each run whole by the package.</summary>
public sealed class PackageWorkflows
{
    private readonly Dictionary<string, PackageWorkflow> byRole = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> fileByRole = new(StringComparer.Ordinal);

    internal EventCatalogue Catalogue { get; }

    /// <param name="files">Of the pack as written; free of errors.</param>
    public PackageWorkflows(RulePack pack, PackFiles files, PackLanguage language)
    {
        Catalogue = language.Catalogue;
        // What each text is in the words of the package is found out by compiling it.
        foreach (var formula in pack.Formulas)
        {
            formula.PrepareSecond();
        }

        var reader = (PackageReader)new PackageEngine().ReaderOf(language);
        var sources = files.Workflows.ToDictionary(each => Read(each.Text).WorkflowName);
        var texts = sources.ToDictionary(each => each.Key, each => each.Value.Text);
        var names = new SceneScope(
            language.Catalogue, language.Ladder, language.Tables, language.WorkingDays);
        foreach (var (role, name) in pack.Manifest.Workflows)
        {
            byRole.Add(role, new PackageWorkflow(
                Filled(texts, name.Text!), reader, NamesOf(role, names, pack)));
            fileByRole.Add(role, sources[name.Text!].File);
        }
    }

    /// <summary>The roles that the pack has a workflow for.</summary>
    internal IEnumerable<string> Roles => byRole.Keys;

    /// <summary>The file of a role, as its texts name it.</summary>
    internal string FileOf(string role) => fileByRole[role];

    internal bool HasRules(string role) => byRole[role].HasRules;

    /// <summary>Runs the workflow of a role on a scene.</summary>
    /// <returns>By rule whether it holds; null for one that is in error there.</returns>
    /// <exception cref="CannotBeJudged">A name that the workflow reads has no value.</exception>
    public IReadOnlyDictionary<string, bool?> Run(string role, Scene scene) => byRole[role].Run(scene);

    /// <summary>The named values are those of the tier workflow, which has them in its own file.</summary>
    private static IEnumerable<Variable> NamesOf(string role, SceneScope names, RulePack pack)
    {
        var scope = role is "points" or "duties" or "repair" ? names.WithHappened(names.OfTheDay)
            : role is "frequency" or "steps" ? names.WithTier(names.OfTheDay) : names.OfTheDay;
        foreach (var named in role == "tier" ? [] : pack.Named)
        {
            scope = SceneScope.WithNamed(scope, named);
        }

        return scope.Variables.Values;
    }

    /// <summary>Injected before it runs: the package appends to its own object at each call.</summary>
    private static Workflow Filled(IReadOnlyDictionary<string, string> texts, string name)
    {
        var workflow = Read(texts[name]);
        workflow.Rules = [.. workflow.Rules ?? [], .. Brought(texts, workflow.WorkflowsToInject)];
        workflow.WorkflowsToInject = null;
        foreach (var rule in workflow.Rules)
        {
            Fill(texts, rule);
        }

        return workflow;
    }

    private static void Fill(IReadOnlyDictionary<string, string> texts, Rule rule)
    {
        if (rule.WorkflowsToInject is { } injected)
        {
            rule.Rules = [.. rule.Rules ?? [], .. Brought(texts, injected)];
            rule.WorkflowsToInject = null;
        }

        foreach (var nested in rule.Rules ?? [])
        {
            Fill(texts, nested);
        }
    }

    private static IEnumerable<Rule> Brought(
        IReadOnlyDictionary<string, string> texts, IEnumerable<string>? injected) =>
        (injected ?? []).SelectMany(each => Filled(texts, each).Rules);

    private static Workflow Read(string text) => JsonConvert.DeserializeObject<Workflow>(text)!;
}
