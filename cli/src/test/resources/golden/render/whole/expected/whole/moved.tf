# databases.primary
moved {
  from = module.databases_main
  to   = module.databases_primary
}
