using CreditScoring.Documents;

namespace CreditScoring.Service.Dashboard;

/// <summary>Who acted, and on whom or what, as people read it; what has no word here stays.</summary>
internal static class ActorWords
{
    public static Wording Of(string actor) => actor switch
    {
        "command" => new("本机命令", "a command at the machine"),
        "demo" => new("演示程序", "the demo"),
        "anybody" => new("未登录者", "somebody not signed in"),
        _ => actor.Split(':', 2) is not [var kind, var name] ? new(actor, actor) : kind switch
        {
            "person" => new($"人员 {name}", $"person {name}"),
            "system" => new($"程序 {name}", $"program {name}"),
            "key" => new($"密钥 {name}", $"key {name}"),
            "operator" => new($"经营主体 {name}", $"operator {name}"),
            _ => new(actor, actor),
        },
    };
}
