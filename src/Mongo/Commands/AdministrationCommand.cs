namespace OwnedData.Mongo.Commands;

/// <summary>A command on a server or a cluster, for a MongoDB alone. It is sent as it stands: without concerns, and once.</summary>
public abstract class AdministrationCommand() : ReplyCommand("$cmd");
