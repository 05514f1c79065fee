using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Seconding;
using CreditScoring.Law.Tables;
using CreditScoring.SecondOpinion.Views;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace CreditScoring.SecondOpinion;

/// <summary>Compiles the texts of one pack as the package's own parser reads them.</summary>
internal sealed class PackageReader : ISecondReader
{
    private readonly PackLanguage language;
    private readonly Viewing viewing;
    private readonly PackViews views;
    private readonly Dictionary<object, Carrier?> carriers = new(ReferenceEqualityComparer.Instance);
    private readonly Type rows;
    private readonly Type law;
    private readonly RuleExpressionParser parser;
    private readonly Lazy<Func<object?, object?, object>> newLaw;

    public PackageReader(PackLanguage language, Viewing viewing)
    {
        this.language = language;
        this.viewing = viewing;
        views = new PackViews(language, viewing);
        (rows, law) = TypesOf(language, viewing.Types);
        newLaw = new(() => Viewing.Maker(law));
        Settings = SettingsOf(law, rows, viewing.Types);
        parser = new RuleExpressionParser(Settings);
    }

    /// <summary>With which the package compiles.</summary>
    public ReSettings Settings { get; }

    /// <summary>The type of the parameter <c>law</c>.</summary>
    public Type Law => law;

    /// <summary>A text in the words of the package: as it was compiled there, if it was.</summary>
    public string Written(string text) =>
        viewing.Written.GetValueOrDefault((language.Folder, text)) ?? Dialect.Of(text, ofEvents: true).Text;

    /// <summary>The parameter <c>law</c> for a scene.</summary>
    public object LawOf(Scene scene) => CarriedScene.Of(scene).Law(newLaw.Value, scene, views);

    public ISecondFormula? Read(RuleText text, RuleType type, IReadOnlyList<Variable> names, out Flaw? flaw)
    {
        flaw = null;
        var given = new Carrier[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            if (CarrierOf(names[i].Type) is not { } carrier)
            {
                flaw = Refused(text, $"'{names[i].Name}' has no form there");
                return null;
            }

            given[i] = carrier;
        }

        Flaw? first = null;
        foreach (var written in Dialect.Ways(text.Text))
        {
            if (Compiled(text, type, names, given, written, out var refused) is { } formula)
            {
                viewing.Written[(language.Folder, text.Text)] = written.Text;
                return formula;
            }

            first ??= refused;
        }

        flaw = first;
        return null;
    }

    /// <summary>One for each type, so that what was carried over for one text serves the next.</summary>
    public Carrier? CarrierOf(RuleType type)
    {
        lock (carriers)
        {
            return carriers.TryGetValue(type, out var known) ? known
                : carriers[type] = Carrier.Of(type, viewing, rows, language);
        }
    }

    private ISecondFormula? Compiled(
        RuleText text, RuleType type, IReadOnlyList<Variable> names, Carrier[] carriers,
        (string Text, bool CallsLaw) written, out Flaw? flaw)
    {
        flaw = null;
        try
        {
            ParameterExpression[] parameters =
            [
                .. names.Zip(carriers, (name, carrier) => Expression.Parameter(carrier.Clr, name.Name)),
                .. written.CallsLaw ? [Expression.Parameter(law, Dialect.Law)]
                    : Array.Empty<ParameterExpression>(),
            ];
            var maker = written.CallsLaw ? newLaw.Value : null;
            return type.Shape == Shape.Boolean && !type.Optional
                ? Formula(Run<bool>(written.Text, parameters), carriers, maker)
                : Formula(Run<object?>(written.Text, parameters), carriers, maker);
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            flaw = Refused(text, refused.Message);
            return null;
        }
    }

    private Func<object?[], T> Run<T>(string text, ParameterExpression[] parameters) =>
        InnerLambdas.Compile<T>(parser.Parse(text, parameters, typeof(T)), parameters);

    private PackageFormula<T> Formula<T>(
        Func<object?[], T> run, Carrier[] carriers, Func<object?, object?, object>? law) =>
        new(run, carriers, law, views);

    private static Flaw Refused(RuleText text, string why) => new(
        PackageEngine.Refuses, text.At(0),
        new Wording($"RulesEngine 不能读这段文本：{why}", $"RulesEngine cannot read this text: {why}"),
        new Wording(
            "用两个引擎都有的写法（见 rules/README.md“两个引擎”）",
            "write it in the words that both engines have (rules/README.md, Two engines)"))
    {
        Severity = Severity.Warning,
    };

    /// <summary>
    /// The types of the pack's table rows, with every column of its tables, and of <c>law</c>.
    /// </summary>
    private static (Type Rows, Type Law) TypesOf(PackLanguage language, CatalogueTypes catalogue)
    {
        var emitter = new ViewEmitter(language.Folder);
        var row = emitter.Type("Row", typeof(RowView));
        var columns = language.Tables.Values.SelectMany(table => table.Columns);
        foreach (var column in columns.DistinctBy(each => each.Name))
        {
            var (clr, method) = Reading(column);
            ViewEmitter.Property(row, column.Name, clr, method, column.Name);
        }

        var rows = row.CreateType();
        var law = emitter.Type("Law", typeof(LawView));
        var given = language.Tables.Values.Select(table => table.Key.Count + (table.Banded ? 1 : 0));
        foreach (var values in given.Distinct())
        {
            ViewEmitter.Lookup(law, values, rows);
        }

        ViewEmitter.SubjectOn(law, catalogue.Subject);
        ViewEmitter.Property(law, Dialect.NoEvent, catalogue.Event, "None", null);
        return (rows, law.CreateType());
    }

    private static (Type Clr, string Method) Reading(TableColumn column) => column.Type.Shape switch
    {
        Shape.Text => (typeof(string), "Text"),
        Shape.Boolean => (typeof(bool), "Flag"),
        Shape.Date => (typeof(DateTime?), "Date"),
        _ => (typeof(decimal), "Number"),
    };

    /// <summary>
    /// The fast compiler makes <c>null / null &lt; 0.2</c> true; formatted messages and actions would
    /// evaluate more than the condition.
    /// </summary>
    private static ReSettings SettingsOf(Type law, Type rows, CatalogueTypes catalogue) => new()
    {
        CustomTypes =
        [
            typeof(LawDays), typeof(LawView), law, rows, catalogue.Event, catalogue.Entry, catalogue.Duty,
            catalogue.Subject,
        ],
        UseFastExpressionCompiler = false,
        EnableFormattedErrorMessage = false,
        AutoRegisterInputType = false,
        AutoExecuteActions = false,
        IsExpressionCaseSensitive = false,
    };
}
