using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Revising;

/// <summary>Changes of the rules of a workflow's file; what is as it was stays to the octet.</summary>
public static class RuleRevision
{
    private const string Properties = "Properties";

    /// <summary>A rule as it was filled in.</summary>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static SourceText Apply(SourceText file, RulePath at, RuleEntry typed)
    {
        var was = RuleEntry.Of(Found(file, at));
        var now = new Spot(file, at);
        now.Set(was.Name != typed.Name, "RuleName", WrittenValue.TextOf(typed.Name));
        now.Set(was.Expression != typed.Expression, "Expression", WrittenValue.TextOf(typed.Expression));
        now.Set(was.Reason != typed.Reason, "ErrorMessage", WrittenValue.TextOf(typed.Reason));
        now.Set(!was.Params.SequenceEqual(typed.Params), "LocalParams", typed.ParamsText());
        now.SetProperty(
            (was.TitleZh, was.TitleEn) != (typed.TitleZh, typed.TitleEn), RuleProperties.Title.Name,
            typed.TitleText());
        foreach (var (name, text) in typed.Properties)
        {
            now.SetProperty(
                was.Properties.GetValueOrDefault(name, "") != text, name, RuleEntry.ValueOf(name, text));
        }

        return now.File;
    }

    /// <summary>A rule more, behind the one at a place; null: as the first.</summary>
    /// <exception cref="ArgumentException">There is no such list of rules.</exception>
    public static SourceText Add(SourceText file, RulePath at, RuleEntry typed) =>
        JsonEdit.Insert(ListOf(file, at), Math.Min(at.Last, ListOf(file, at).Items.Count), typed.Written());

    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static SourceText Remove(SourceText file, RulePath at)
    {
        _ = Found(file, at);
        return JsonEdit.Remove(ListOf(file, at), at.Last);
    }

    /// <summary>The rule before its predecessor: of a tier the first that holds decides.</summary>
    /// <exception cref="ArgumentException">There is no such rule, or it is the first.</exception>
    public static SourceText MoveUp(SourceText file, RulePath at)
    {
        _ = Found(file, at);
        return at.Last > 0 ? JsonEdit.Swap(ListOf(file, at), at.Last - 1)
            : throw new ArgumentException("it is the first", nameof(at));
    }

    private static JsonPiece ListOf(SourceText file, RulePath at) =>
        at.ListIn(JsonDocumentReader.Read(file, out _))
        ?? throw new ArgumentException($"no rules at {at}", nameof(at));

    private static JsonPiece Found(SourceText file, RulePath at) =>
        at.In(JsonDocumentReader.Read(file, out _)) is { Kind: JsonKind.Object } rule ? rule
            : throw new ArgumentException($"no rule at {at}", nameof(at));

    /// <summary>A rule of a file that is changed piece by piece.</summary>
    private sealed class Spot(SourceText file, RulePath at)
    {
        public SourceText File { get; private set; } = file;

        public void Set(bool differs, string name, string? written)
        {
            if (differs)
            {
                File = JsonEdit.Set(Found(File, at), name, written);
            }
        }

        public void SetProperty(bool differs, string name, string? written)
        {
            if (!differs)
            {
                return;
            }

            if (Found(File, at)[Properties] is { Kind: JsonKind.Object } properties)
            {
                File = JsonEdit.Set(properties, name, written);
            }
            else if (written is not null)
            {
                Set(true, Properties, JsonLine.Object([(name, written)]));
            }
        }
    }
}
