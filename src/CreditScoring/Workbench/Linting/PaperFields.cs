using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Standings.Papers;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// paper-field-unknown: a template of a paper names a field that does not exist. paper-not-repeated: a
/// paragraph names what there may be many of, and is not repeated for each, or names two such lists.
/// </summary>
internal static class PaperFields
{
    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        pack.Bound is not { } bound ? [] : bound.Papers.Values.SelectMany(template => template.Paragraphs
            .SelectMany(each => Unknown(each).Concat(NotRepeated(each, template.Kind)))
            .Concat(Misnamed(bound, template)));

    /// <summary>What a remark names that the pack, or the catalogue, does not have.</summary>
    private static IEnumerable<Flaw> Misnamed(RulePack pack, PaperTemplate template)
    {
        var conditions = pack.Repair.SelectMany(rule => rule.Condition.Expressions.Select(part => part.Name));
        return template.Assumed.Where(each => !conditions.Contains(each.Name))
            .Concat(template.Undecided.Concat(template.LeftOut).Where(
                each => !pack.Points.Any(rule => rule.Name == each.Name)))
            .Concat(template.Awaited is { Duty: { } duty, Place: { } place }
                && !pack.Duties.Any(rule => rule.Name == duty) ? [new NamedInPaper(duty, place)] : [])
            .Select(each => new Flaw("paper-field-unknown", each.Place,
                new Wording($"规则包里没有“{Spelling.Shown(each.Name)}”",
                    $"the pack has no '{Spelling.Shown(each.Name)}'"),
                new Wording("假定：写修复的条件，待定：、不写：写 points 的规则，尚待：的第三项写义务的规则",
                    "假定： names conditions of repair, 待定： and 不写： rules of points, 尚待： a duty third")));
    }

    private static IEnumerable<Flaw> Unknown(TemplateParagraph paragraph) =>
        from field in paragraph.Fields
        where PaperField.Find(field.Name) is null
        let known = string.Join("、", PaperField.All.Select(each => each.Name))
        select new Flaw("paper-field-unknown", field.Place,
            new Wording($"没有字段“{Spelling.Shown(field.Name)}”",
                $"there is no field '{Spelling.Shown(field.Name)}'"),
            new Wording($"用其中一个：{known}", $"use one of {known}"));

    private static IEnumerable<Flaw> NotRepeated(TemplateParagraph paragraph, PaperKind kind)
    {
        var lists = paragraph.Fields.Where(field => field.IsOfList(kind))
            .DistinctBy(field => field.List == "所据" ? "事项" : field.List).ToArray();
        if (paragraph.Form == ParagraphForm.Repeated ? lists.Length > 1 : lists.Length > 0)
        {
            yield return new Flaw("paper-not-repeated", lists[^1].Place,
                new Wording($"“{lists[^1].List}”可能有几项", $"there may be several of '{lists[^1].List}'"),
                new Wording("该段以“- ”开头，逐项各写一次；一段只写一种",
                    "begin the paragraph with '- ', so that it is written once for each; one kind a line"));
        }
    }
}
