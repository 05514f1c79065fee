using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Demo;

/// <summary>
/// Somebody for each role, with an initial password, and a key in a file of the demo's folder: a key is
/// longer than a line of a terminal.
/// </summary>
public sealed class DemoPersons(
    RegisterDesk desk, PasswordHashing hashing, Settings settings, TimeProvider clock)
{
    /// <summary>The only source whose events the demo's program may send.</summary>
    public const string Source = "demo";

    /// <summary>As which acts name who agrees to what the demo enters at the machine.</summary>
    private const string Second = "demo";

    private static readonly (string Id, string Name, Role Role)[] All =
    [
        ("viewer", "查询员", Role.Viewer), ("officer", "承办人", Role.Officer),
        ("scheduler", "计划员", Role.Scheduler),
        ("author", "起草人", Role.Author), ("approver", "审批人", Role.Approver),
        ("corrector", "更正员", Role.Corrector), ("auditor", "审计员", Role.Auditor),
        ("admin1", "管理员一", Role.Admin), ("admin2", "管理员二", Role.Admin),
    ];

    private string Folder => Path.GetDirectoryName(settings.RecordPath)!;

    /// <summary>Enters them, and says how each comes in.</summary>
    public async Task<string> MakeAsync()
    {
        if ((await desk.CurrentAsync()).Holders.Count > 0)
        {
            return "The register has persons already. / 登记中已有人员。\n";
        }

        var table = new TextTable("角色 role", "编号 id", "初始口令 initial password", "密钥文件 key");
        foreach (var (id, name, role) in All)
        {
            var password = PasswordText.New();
            await EnterAsync(id, name, role, isSystem: false, null);
            await Enter(new PasswordSet(
                Holder.TargetOf(id, isSystem: false), IsInitial: true, await hashing.HashAsync(password)));
            table.Add(role.Word(), id, password, $"{id}.key");
        }

        const string program = "sampling";
        await EnterAsync(program, "抽检系统", Role.Ingest, isSystem: true, Source);
        table.Add(Role.Ingest.Word(), program, "-", $"{program}.key");
        return Told(table);
    }

    private string Told(TextTable table) => new StringBuilder()
        .AppendLine("Who may do what / 权限")
        .Append(table)
        .AppendLine(CultureInfo.InvariantCulture, $"  keys in / 密钥位于 {Folder}")
        .AppendLine(settings.WantsKeys
            ? "  Keys or sessions are wanted. / 须登录或出示密钥。"
            : "  Nobody has to say who he is; who does is that one. Access:Mode=keys wants it.\n"
                + "  无须登录；登录或出示密钥者按其权限。设 Access:Mode=keys 则必须登录或出示密钥。")
        .AppendLine().ToString();

    private async Task EnterAsync(string id, string name, Role role, bool isSystem, string? source)
    {
        var target = Holder.TargetOf(id, isSystem);
        await Enter(new HolderAdded(id, isSystem, name, RegionScope.All));
        await Enter(new RoleGranted(target, role));
        var made = KeyText.New();
        await Enter(new KeyIssued(new AccessKey(
            made.Id, target, ImmutableSortedSet.Create(role), source, RegionScope.All,
            clock.Today().AddDays(KeyIssued.Longest), made.Hash)));
        if (Roles.WantsSecondAdmin(role, Register.Machine))
        {
            await Enter(new RoleConfirmed(target, role), Second);
            await Enter(new KeyConfirmed(made.Id), Second);
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, $"{id}.key"), $"{made}\n");
    }

    private async Task Enter(RegisterEntry entry, string by = Register.Machine)
    {
        if (await desk.EnterAsync(entry, by) is { } fault)
        {
            throw new InvalidOperationException($"{entry.What} {entry.Target}: {fault.What.En}");
        }
    }
}
