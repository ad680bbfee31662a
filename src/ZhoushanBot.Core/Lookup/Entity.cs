using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Lookup;

/// <summary>Something in the store that a question can name. A closed set.</summary>
public abstract record Entity
{
    private Entity()
    {
    }

    /// <summary>单位: one organization.</summary>
    /// <param name="Name">Official name.</param>
    public sealed record Body(string Name) : Entity;

    /// <summary>各县（区）政府 等: an entry that stands for several organizations.</summary>
    /// <param name="Name">As the notice writes it.</param>
    public sealed record Group(string Name) : Entity;

    /// <summary>牵头领导.</summary>
    /// <param name="Name">Name without post.</param>
    public sealed record Official(string Name) : Entity;

    /// <summary>县（区）、功能区、市本级.</summary>
    /// <param name="Name">As the table header writes it.</param>
    public sealed record Region(string Name) : Entity;

    /// <summary>One or several of the kinds of list.</summary>
    /// <param name="Kinds">Never empty.</param>
    public sealed record Lists(ImmutableArray<WorkListKind> Kinds) : Entity
    {
        /// <inheritdoc/>
        public bool Equals(Lists? other) => other is not null && Kinds.SequenceEqual(other.Kinds);

        /// <inheritdoc/>
        public override int GetHashCode() => Kinds.Aggregate(0, HashCode.Combine);
    }

    /// <summary>The city, county or province whose notice it is.</summary>
    /// <param name="Name">Name as derived from the issuer.</param>
    public sealed record Issuer(string Name) : Entity;

    /// <summary>The name as the notice writes it; empty for lists, which have several.</summary>
    internal static string NameOf(Entity entity) => entity switch
    {
        Entity.Body body => body.Name,
        Entity.Group group => group.Name,
        Entity.Official official => official.Name,
        Entity.Region region => region.Name,
        Entity.Issuer issuer => issuer.Name,
        _ => string.Empty,
    };
}
