using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Language;
using CreditScoring.Law.Tables;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>A pack's folder -> the pack, noting every flaw of it in one run.</summary>
public static class PackReader
{
    /// <param name="readAs">
    /// Puts another manifest in place of the one written, once that is checked: for judging as if the
    /// pack were in force on other days. Null: as it is written.
    /// </param>
    /// <param name="finishing">What is made of each formula of the pack; null: it stays as it is.</param>
    /// <param name="met">Who is told of each text of the pack; null: nobody.</param>
    public static RulePack? Read(
        PackFiles files, EventCatalogue catalogue, WorkingDays workingDays, ICollection<Flaw> flaws,
        Func<PackManifest, PackManifest>? readAs = null, Func<PackLanguage, FormulaFinish>? finishing = null,
        TextMet? met = null)
    {
        var read = files.Tables.Select(source => (source, table: TableReader.Read(source, flaws))).ToArray();
        var tables = Distinct(
            read, each => each.table?.Name, each => Place.Whole(each.source.File), flaws)
            .ToDictionary(each => each.table!.Name, each => each.table!);
        var written = Distinct(
            files.Workflows.Select(source => WorkflowReader.Read(source, flaws)),
            workflow => workflow?.Name, workflow => workflow!.Place, flaws)
            .Select(workflow => workflow!).ToArray();
        var workflows = Injection.Resolve(written, flaws).ToDictionary(workflow => workflow.Name);
        var manifest = ManifestReader.Read(files.Manifest, flaws);
        if (manifest is null)
        {
            return null;
        }

        CheckFolder(files, manifest, flaws);
        CheckSubjects(manifest, catalogue, flaws);
        CheckSameDay(manifest.SameDay, catalogue, flaws);
        CheckRoles(manifest, workflows, written.SelectMany(Injection.Names), flaws);
        var language = new PackLanguage(files.Folder, catalogue, manifest.Tiers, tables, workingDays);
        var names = new SceneScope(
            catalogue, manifest.Tiers, tables, workingDays, finishing?.Invoke(language),
            [.. read.Where(each => each.table is null).Select(each => NameOf(each.source))], met);
        return new PackBinder(readAs?.Invoke(manifest) ?? manifest, workflows, tables, names, flaws)
            .Bind(
                files.Hash(), new LawText(files.Law), PaperTemplateReader.Read(files, catalogue, flaws));
    }

    /// <summary>What a table is called whose text does not say it: by its file.</summary>
    private static string NameOf(SourceText table) =>
        table.File[(table.File.LastIndexOf('/') + 1)..].Replace(".json", "", StringComparison.Ordinal);

    private static void CheckFolder(PackFiles files, PackManifest manifest, ICollection<Flaw> flaws)
    {
        var expected = $"{manifest.Regime}/{manifest.Version}";
        if (files.Folder != expected)
        {
            flaws.Add(new Flaw(
                "folder-differs", manifest.Place,
                new Wording(
                    $"文件夹是 {files.Folder}，内容却是 {expected}",
                    $"the folder is {files.Folder}, but the pack says {expected}"),
                new Wording(
                    "改文件夹名，或改 regime 与 inForceFrom", "rename the folder, or mend regime and inForceFrom")));
        }
    }

    private static void CheckSubjects(
        PackManifest manifest, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        foreach (var (subject, place) in manifest.Subjects.Zip(manifest.SubjectPlaces)
            .Where(each => catalogue.SubjectKind(each.First) is null))
        {
            flaws.Add(new Flaw(
                "unknown-subject-kind", place,
                new Wording($"没有主体类型 \"{subject}\"", $"there is no subject kind \"{subject}\""),
                Labels.Meant(subject, catalogue.SubjectKinds.Select(kind => (kind.Name, kind.Label)))
                    ?? Declared(catalogue.SubjectKinds)));
        }
    }

    private static Wording Declared(IEnumerable<SubjectKind> kinds) => new(
        $"写已有的：{string.Join("、", kinds.Select(kind => $"\"{kind.Name}\"（{kind.Label.Zh}）"))}；"
            + "确是另一种的，在 events/subjects.json 中声明它",
        $"write one of {string.Join(", ", kinds.Select(kind => $"\"{kind.Name}\""))}; "
            + "another one is declared in events/subjects.json");

    private static void CheckSameDay(SameDay sameDay, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        foreach (var kind in sameDay.Kinds)
        {
            if (kind.Text is not { } name)
            {
                flaws.Add(ObjectReader.WrongType(kind, "a kind of event", "事件类型"));
            }
            else if (catalogue.Kind(name) is not { } known)
            {
                flaws.Add(EventFlaws.UnknownKind(
                    kind.Place, name, catalogue.Kinds.Select(each => (each.Name, each.Label))));
            }
            else if (known.Amends)
            {
                flaws.Add(NeverTakenIn(kind));
            }
        }

        foreach (var again in sameDay.Kinds.Where(kind => kind.Text is not null)
            .GroupBy(kind => kind.Text, StringComparer.Ordinal).SelectMany(alike => alike.Skip(1)))
        {
            CatalogueWords.IsNew(true, again, flaws);
        }
    }

    private static Flaw NeverTakenIn(JsonPiece kind) => new(
        "value-not-listed", kind.Place,
        new Wording($"\"{kind.Text}\" 自始起作用，没有同日的先后",
            $"\"{kind.Text}\" works from the beginning and has no turn of its own"),
        new Wording("删去它", "remove it"));

    private static void CheckRoles(
        PackManifest manifest, Dictionary<string, Workflow> workflows, IEnumerable<string> injected,
        ICollection<Flaw> flaws)
    {
        foreach (var (role, name) in manifest.Workflows.Where(
            each => !workflows.ContainsKey(each.Value.Text!)))
        {
            var meant = NearMiss.Of(name.Text!, workflows.Keys);
            flaws.Add(new Flaw(
                "unknown-workflow", name.Place,
                new Wording(
                    $"没有工作流 \"{name.Text}\"（{role}）", $"there is no workflow \"{name.Text}\" for {role}"),
                meant is null
                    ? new Wording("补上该 *.workflow.json", "add its *.workflow.json")
                    : new Wording($"是否想写 \"{meant}\"？", $"did you mean \"{meant}\"?")));
        }

        var used = manifest.Workflows.Values.Select(name => name.Text).Concat(injected).ToHashSet();
        foreach (var workflow in workflows.Values.Where(workflow => !used.Contains(workflow.Name)))
        {
            flaws.Add(new Flaw(
                "workflow-unused", workflow.Place,
                new Wording(
                    $"工作流 \"{workflow.Name}\" 没有角色", $"the workflow \"{workflow.Name}\" plays no role"),
                new Wording("在 pack.json 的 workflows 中写明", "name it under workflows in pack.json")));
        }
    }

    private static IEnumerable<T> Distinct<T>(
        IEnumerable<T> all, Func<T, string?> nameOf, Func<T, Place> placeOf, ICollection<Flaw> flaws)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var each in all.ToArray().Where(each => nameOf(each) is not null))
        {
            if (names.Add(nameOf(each)!))
            {
                yield return each;
                continue;
            }

            flaws.Add(new Flaw(
                "name-twice", placeOf(each),
                new Wording($"名称 \"{nameOf(each)}\" 重复", $"the name \"{nameOf(each)}\" is used twice"),
                new Wording("换一个名称", "choose another name")));
        }
    }
}
