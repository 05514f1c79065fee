using System.Collections.Immutable;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service first-admin</c>: whoever sits at the machine makes the first admin, once; from
/// then on admins make each other, and the record has who made whom.
/// </summary>
public static class FirstAdminCommand
{
    public const string Name = "first-admin";

    private const string Usage = """
        CreditScoring.Service first-admin --id ID --name NAME [--record FILE | --postgres CONNECTION]

        Makes the first admin of the register and prints a key, once: keep it, it is nowhere else. It is
        refused while any admin has a key or a password that is good; else it gives that person a key
        again. A file must not be in use. admin-password gives an admin a password to sign in with.
        登记第一名管理员并输出其密钥；密钥只显示这一次，请妥善保存。有管理员持有有效密钥或口令时拒绝执行；
        否则可用本命令重新签发。admin-password 为管理员设置初始口令。
        """;

    /// <exception cref="Refusal">It was asked wrongly, or there is an admin.</exception>
    public static Task<int> RunAsync(
        IReadOnlyList<string> arguments, TimeProvider clock, Neighbours neighbours)
    {
        var asked = new MaintenanceCommand(arguments, neighbours, Usage, ["--id", "--name"]);
        var (id, name) = (asked.Value("--id"), asked.Value("--name"));
        if (id is null || name is null)
        {
            throw new Refusal(Usage, 2);
        }

        return asked.OnNewRecordAsync(async record =>
        {
            var desk = new RegisterDesk(record, record, clock);
            Console.WriteLine(await MakeAsync(desk, id, name, clock.GetUtcNow()));
            return 0;
        });
    }

    private static async Task<KeyText> MakeAsync(
        RegisterDesk desk, string id, string name, DateTimeOffset now)
    {
        var register = await desk.CurrentAsync();
        if (register.IsManaged(now))
        {
            throw new Refusal("已有管理员，请由其登记他人。there is an admin: let that one enter others", 1);
        }

        var flaws = new List<Flaw>();
        var made = KeyText.New();
        if (RegisterEntryReader.OfAsked(new SourceText("--id, --name", Person(id, name)), made, flaws)
            is not HolderAdded person)
        {
            throw new Refusal($"{flaws[0]}", 2);
        }

        if (!register.Holders.ContainsKey(person.Target))
        {
            await Enter(desk, person);
        }

        if (register.Admins.All(admin => admin.Target != person.Target))
        {
            await Enter(desk, new RoleGranted(person.Target, Role.Admin));
        }

        await Enter(desk, new KeyIssued(new AccessKey(
            made.Id, person.Target, ImmutableSortedSet.Create(Role.Admin), null, RegionScope.All,
            LegalDay.Of(now).AddDays(KeyIssued.Longest), made.Hash)));
        return made;
    }

    private static string Person(string id, string name) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.Property("what", "person-added");
        json.Property("target", Holder.TargetOf(id, isSystem: false));
        json.Property("name", name);
        json.WriteEndObject();
    });

    private static async Task Enter(RegisterDesk desk, RegisterEntry entry)
    {
        if (await desk.EnterAsync(entry, Register.Machine) is { } fault)
        {
            throw new Refusal($"{fault.What.Zh}。{fault.What.En}: {fault.Mend.En}", 1);
        }
    }
}
